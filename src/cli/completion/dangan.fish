function __dangan_complete
    set -l words (commandline -opc)
    set -l lines (dangan complete fish -- $words[2..-1] (commandline -ct | string collect --allow-empty) 2>/dev/null)
    if test (count $lines) -gt 1
        printf '%s\n' $lines[2..-1]
        return
    end
    # What is to be done, and the word in two parts: names are completed behind the first.
    set -l parts (string split \t -- "$lines[1]")
    switch "$parts[1]"
        case files
            printf "$parts[2]%s\n" (__fish_complete_path "$parts[3]")
        case folders
            printf "$parts[2]%s\n" (__fish_complete_directories "$parts[3]")
    end
end
complete -c dangan -k -f -a '(__dangan_complete)'
