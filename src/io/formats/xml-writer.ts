const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}

/** Text as it stands in an attribute or an element; characters that XML cannot hold must have been taken out before. */
export const xmlText = (text: string): string => text.replace(/[&<>"\t\n\r]/g, (sign) => ESCAPED[sign]!)

/** ` name="value"` for each attribute that is not null. */
export const xmlAttributes = (attributes: Readonly<Record<string, string | number | null>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlText(String(value))}"`))
    .join('')
