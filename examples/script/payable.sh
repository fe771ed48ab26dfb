#!/usr/bin/env bash
# usage: payable.sh <applications.csv> <budget.json> <folder>
set -euo pipefail
export LC_ALL=C
table=$1 budget=$2 folder=$3
mkdir -p "$folder"
answers=$(mktemp)
trap 'rm -f "$answers"' EXIT

# Exit code 1 is an answer: some rows are faulty, and go back.
subvention assess shandong-luke-loan-2023 "$table" --input csv --ignore 备注 --keep applicant.name -o "$answers" || [ $? -eq 1 ]

# UTF-8 with its mark, as spreadsheets want it. A cell may be quoted, and hold commas then.
titles() { printf '\357\273\277%s\r\n' "$1"; }
cell='("([^"]|"")*"|[^",]*)'

{
  titles 编号,申请额,核定额,说明
  subvention allocate "$answers" --input csv --budget "$budget" 2>"$folder/total.txt" | tail -n +2 | sed -E "s/^(($cell,){3})$cell,/\1/"
} >"$folder/payable.csv" || { cat "$folder/total.txt" >&2; exit 2; }

{
  titles 行号,编号,结果,原因,申请单位
  tail -n +2 "$answers" | { grep -vE "^[0-9]+,$cell,granted," || [ $? -eq 1 ]; } | sed -E \
    -e "s/^(($cell,){3})($cell,){6}/\1/" \
    -e "s/^([0-9]+,$cell,)refused,/\1不予,/" \
    -e "s/^([0-9]+,$cell,)incomplete,/\1材料不全,/" \
    -e "s/^([0-9]+,$cell,)bad,/\1有误,/"
} >"$folder/send-back.csv"
