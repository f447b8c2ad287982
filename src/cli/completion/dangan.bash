_dangan() {
  local kind='' line
  COMPREPLY=()
  while IFS= read -r line; do
    if [ -z "$kind" ]; then kind=$line; else COMPREPLY+=("$line"); fi
  done < <(dangan complete bash -- "${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" "$COMP_TYPE" 2>/dev/null)
  # The bash of macOS has no compopt, one before 4.4 no nosort: completion goes on without.
  case $kind in *files*) compopt -o default ;; *folders*) compopt -o dirnames ;; esac 2>/dev/null
  case $kind in *open*) compopt -o nospace ;; esac 2>/dev/null
  compopt -o nosort 2>/dev/null
  return 0
}
complete -F _dangan dangan
