Register-ArgumentCompleter -Native -CommandName dangan -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { if ($null -ne $_.Value) { [string]$_.Value } else { $_.Extent.Text } })
    # Windows PowerShell hands on no empty word, and reads what a program writes in the code page of the console.
    $current = if ($wordToComplete -eq '') { '""' } else { $wordToComplete }
    $before = [Console]::OutputEncoding
    try {
        [Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false
        $lines = @(dangan complete powershell '--' @words $current 2>$null)
    } finally {
        [Console]::OutputEncoding = $before
    }
    foreach ($line in $lines | Select-Object -Skip 1) {
        $word, $shown, $about = $line -split "`t", 3
        [System.Management.Automation.CompletionResult]::new($word, $shown, 'ParameterValue', $about)
    }
}
