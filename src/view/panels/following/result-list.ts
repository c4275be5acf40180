/** The results as the field knows them: how many there are, and what choosing one does. */
export interface ResultList {
  readonly count: number
  readonly choose: (at: number) => void
}
