/** The median; of an even number the lower of the two in the middle. @param numbers one at least */
export const middleOf = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor((numbers.length - 1) / 2)]!
