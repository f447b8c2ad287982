#compdef dangan
_dangan() {
  local kind line
  local -a lines words_before values shown options
  words_before=("${(@Q)words[2,CURRENT-1]}")
  lines=("${(@f)$(dangan complete zsh -- "${words_before[@]}" "${(Q)PREFIX}" 2>/dev/null)}")
  kind=$lines[1]
  for line in "${(@)lines[2,-1]}"; do
    values+=("${line%%$'\t'*}")
    shown+=("${line//$'\t'/  -- }")
  done
  [[ $kind = *open* ]] && options=(-S '')
  [[ $lines[2] = *$'\t'* ]] && options+=(-l -d shown)
  (( $#values )) && compadd -V dangan $options -a values && return
  [[ $kind = *after* ]] && compset -P '*='
  case $kind in
    *files*) _files ;;
    *folders*) _files -/ ;;
  esac
}
if [ "$funcstack[1]" = _dangan ]; then _dangan "$@"; else compdef _dangan dangan; fi
