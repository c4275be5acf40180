/** A language table with the keys of another one and any words: what `zh` must be, given `typeof en`. */
export type Texts<Table> = { readonly [Key in keyof Table]: Table[Key] extends string ? string : Texts<Table[Key]> }
