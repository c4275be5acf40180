/** Every code that a reader can report; its words stand in the language tables, area `problems`. */
export const PROBLEM_CODES = [
  'EMPTY', 'NO_ROWS', 'ENCODING', 'TYPE_MISMATCH', 'TOO_LARGE', 'TOO_WIDE', 'TOO_DEEP', 'JSON', 'SCHEMA', 'VERSION_NEWER',
  'NUMBER', 'DUP_ID', 'DANGLING', 'PARALLEL', 'SELF_LOOP', 'LIMIT', 'UNKNOWN_FIELDS', 'PROVENANCE', 'OUTPUT_ZERO',
  'PURCHASES_TOO_LARGE', 'SHARES', 'DUP_FIELD', 'CAUSE_TARGET', 'DAY_ORDER',
  'QUOTE', 'RAGGED', 'DUP_HEADER', 'LOOKALIKE', 'ID_PRECISION', 'FORMULA', 'MERGED', 'HIDDEN', 'NO_SEVERITY', 'NO_CAUSE', 'NO_DATE', 'DATE_YEAR', 'DUE_WORDS', 'NO_TIER', 'NO_COLUMNS', 'NOT_DATA', 'UNIT', 'CURRENCY',
  'ZIP_RATIO', 'ZIP_SIZE', 'ZIP_ENTRIES', 'ZIP_OVERLAP', 'ZIP_DUPLICATE', 'ZIP_TRUNCATED', 'ZIP_METHOD', 'ZIP_CRC',
  'ENCRYPTED', 'LEGACY_XLS', 'NOT_XLSX', 'CELL_TWICE', 'TEXT_MISSING',
  'XML', 'XML_DTD', 'WRONG_ROOT', 'ATTR', 'UNDIRECTED', 'NO_NAME', 'NO_ROLE', 'NO_STAGE', 'NO_PRODUCT', 'CONFLICT',
  'LINK', 'LINK_SIZE', 'LINK_STALE', 'KEY', 'KEY_OTHER',
] as const // prettier-ignore

export type ProblemCode = (typeof PROBLEM_CODES)[number]

/** One thing that is wrong with what a person gave us: what, where, what would be right. */
export interface Problem {
  readonly code: ProblemCode
  /** An error refuses the row or the file; a warning lets it in. */
  readonly severity: 'error' | 'warning'
  readonly file?: string
  readonly sheet?: string
  /** 1-based, counting the heading; the line in a text file. */
  readonly row?: number
  /** 1-based column, or its heading. */
  readonly column?: number | string
  /** Place in a JSON document, e.g. `supplies[3].from`. */
  readonly path?: string
  /** What stands there: a piece of JSON, or a word of the table `problems.kinds`. */
  readonly found?: string
  /** What would be right: a range, a piece of JSON, or a word of the table `problems.kinds`. */
  readonly expected?: string
  /** How many further problems of this code are not listed; stands on the last listed one. */
  readonly more?: number
}
