import { FONTS } from '../picture/paper.ts'

/** Style of the printed pages: A4, real text, tables that break between rows. */
export const REPORT_STYLE = `
@page { size: A4; margin: 16mm 15mm 18mm; }
* { box-sizing: border-box; }
body { font: 10.5pt/1.5 ${FONTS}; color: #17202b; margin: 0 auto; max-width: 190mm; padding: 8mm; font-variant-numeric: tabular-nums; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 9mm 0 2mm; padding-top: 2mm; border-top: 1px solid #d9dde3; break-after: avoid; }
p { margin: 0 0 2mm; }
.lead { font-size: 12pt; }
.meta { color: #4c5866; font-size: 9pt; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 3mm; font-size: 9.5pt; }
th { text-align: left; font-weight: 600; border-bottom: 1.5px solid #17202b; padding: 1mm 2mm 1mm 0; vertical-align: bottom; }
td { border-bottom: 1px solid #d9dde3; padding: 1mm 2mm 1mm 0; vertical-align: top; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
.number { text-align: right; white-space: nowrap; }
.number + :not(.number) { padding-left: 4mm; }
svg { max-width: 100%; height: auto; display: block; }
.map { margin: 3mm 0; }
@media screen { body { background: #fff; } }
@media print { body { padding: 0; max-width: none; } .map { break-inside: avoid; } }
`
