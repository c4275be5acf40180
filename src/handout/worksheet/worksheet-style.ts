import { FONTS } from '../picture/paper.ts'

/** A4 across: a page for each group; the heading of a long table stands on every sheet. */
export const WORK_STYLE = `
@page { size: A4 landscape; margin: 12mm 11mm 14mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt ${FONTS}; color: #4c5866; } }
* { box-sizing: border-box; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font: 9pt/1.4 ${FONTS}; color: #17202b; margin: 0 auto; max-width: 275mm; font-variant-numeric: tabular-nums; }
.page { break-after: page; }
.page:last-child { break-after: auto; }
h1 { font-size: 17pt; line-height: 1.2; margin: 0 0 1mm; }
p { margin: 0 0 1.5mm; }
.meta { color: #4c5866; font-size: 8.5pt; }
.lead { font-size: 10.5pt; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 3mm; font-size: 8.5pt; table-layout: fixed; }
th { text-align: left; font-weight: 600; border-bottom: 1.4px solid #17202b; padding: 1mm 1.5mm 1mm 0; vertical-align: bottom; }
td { border-bottom: 1px solid #d9dde3; padding: 1mm 1.5mm 1mm 0; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td b { font-weight: 600; }
td small { color: #4c5866; font-size: 7.5pt; }
.no { width: 9mm; white-space: nowrap; } .block { width: 46mm; } .state { width: 19mm; } .measure { width: 51mm; } .who { width: 37mm; } .due { width: 31mm; } .slack { width: 20mm; }
.strip { padding: 0; }
.strip svg { display: block; width: 100%; height: auto; }
.mark { border: 1.2px solid #a8440a; color: #a8440a; border-radius: 2px; padding: 0 1mm; font-weight: 600; white-space: nowrap; }
.sign { display: flex; gap: 12mm; margin: 6mm 0 3mm; break-inside: avoid; }
.sign span { flex: 1; border-bottom: 1px solid #17202b; padding-bottom: 1mm; }
.foot { break-inside: avoid; color: #4c5866; font-size: 7.5pt; }
@media screen { body { background: #888; } .page { background: #fff; margin: 6mm auto; padding: 10mm; box-shadow: 0 1mm 4mm rgb(0 0 0 / 30%); } }
`
