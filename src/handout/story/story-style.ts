import { FONTS } from '../picture/paper.ts'

/** Readable from the back of a room at 1024 x 768: title 40 px, words 24 px. */
export const STORY_STYLE = `
* { box-sizing: border-box; }
html, body { height: 100%; margin: 0; }
body { display: flex; flex-direction: column; background: #fff; color: #17202b; font: 24px/1.4 ${FONTS}; font-variant-numeric: tabular-nums; }
main { flex: 1; min-height: 0; }
.scene { display: none; height: 100%; flex-direction: column; padding: 20px 32px 0; }
.scene.shown { display: flex; }
.place { margin: 0; font-size: 16px; color: #4c5866; }
h1 { margin: 4px 0 8px; font-size: 40px; line-height: 1.15; }
.words { margin: 0 0 8px; max-width: 60em; }
.stale { margin: 0 0 8px; font-size: 18px; color: #a8440a; }
.frame { display: none; flex: 1; min-height: 0; margin: 0; flex-direction: column; }
.frame.shown { display: flex; }
.frame > svg { flex: 1; min-height: 0; width: 100%; }
.legend svg { display: block; width: 100%; max-width: 1100px; height: auto; margin: 4px auto 0; }
.frame figcaption { font-size: 18px; text-align: center; color: #4c5866; }
/* Notes in columns: more than the room holds are scrolled, never laid over the map. */
.notes { flex: none; max-height: 20%; margin: 4px 0 8px; overflow: auto; }
.notes ol { display: flex; flex-wrap: wrap; gap: 2px 32px; margin: 0; padding: 0; list-style-position: inside; font-size: 18px; }
.notes li::marker { color: #0a5fb8; font-weight: 700; }
footer { display: flex; align-items: center; gap: 16px; padding: 8px 32px 12px; border-top: 1px solid #d9dde3; }
footer p { flex: 1; margin: 0; font-size: 13px; color: #4c5866; }
nav { display: flex; gap: 8px; }
button { font: 16px/1 ${FONTS}; padding: 10px 16px; border: 1px solid #66717f; border-radius: 6px; background: #fff; color: #17202b; cursor: pointer; }
button:focus-visible { outline: 3px solid #0a5fb8; outline-offset: 1px; }
button[disabled] { opacity: 0.4; cursor: default; }
body.blank { background: #000; }
body.blank > * { visibility: hidden; }
@media print { .scene, .frame:last-of-type { display: flex; break-after: page; height: auto; } footer nav { display: none; } }
`
