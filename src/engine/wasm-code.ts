/**
 * Code of a WebAssembly function, written as expressions, so that loops over doubles can use the two lanes of a vector: the same bits on
 * every machine, as each lane is a double of its own. Source: WebAssembly Core Specification 2.0, 5.4 (binary format of instructions).
 */

/** Bytes of an expression or a statement. */
export type Code = readonly number[]

export const VALUE_TYPES = { i32: 0x7f, f64: 0x7c, v128: 0x7b } as const
export type ValueType = keyof typeof VALUE_TYPES

/** Unsigned number in groups of seven bits. */
export function leb(value: number): Code {
  const bytes: number[] = []
  let rest = value
  while (rest >= 0x80) {
    bytes.push((rest & 0x7f) | 0x80)
    rest >>>= 7
  }
  return [...bytes, rest]
}

/** Small whole numbers alone: a longer one would need the signed form. */
function constant(value: number): Code {
  if (!(value >= 0 && value < 64)) throw new Error(`expected a constant of 0..63, got ${value}`)
  return [0x41, value]
}

const double = (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)]
const vectorOp = (opcode: number): Code => [0xfd, ...leb(opcode)]
const binary =
  (opcode: Code) =>
  (one: Code, other: Code): Code => [...one, ...other, ...opcode]

/** Where it lies: an address in bytes and what is added to it. */
const load =
  (opcode: Code, alignment: number) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, alignment, ...leb(offset)]

const store =
  (opcode: Code, alignment: number) =>
  (address: Code, value: Code, offset = 0): Code => [...address, ...value, ...opcode, alignment, ...leb(offset)]

export const i32 = {
  constant,
  add: binary([0x6a]),
  subtract: binary([0x6b]),
  multiply: binary([0x6c]),
  and: binary([0x71]),
  or: binary([0x72]),
  shiftLeft: (value: Code, by: number): Code => [...value, ...constant(by), 0x74],
  shiftRight: (value: Code, by: number): Code => [...value, ...constant(by), 0x76],
  isBelow: binary([0x48]),
  load: load([0x28], 2),
  store: store([0x36], 2),
}

export const f64 = {
  constant: double,
  add: binary([0xa0]),
  subtract: binary([0xa1]),
  multiply: binary([0xa2]),
  divide: binary([0xa3]),
  isBelow: binary([0x63]),
  isAbove: binary([0x64]),
  load: load([0x2b], 3),
  store: store([0x39], 3),
}

/** Two doubles. `lesser(a, b)` is b < a ? b : a, `larger(a, b)` is a < b ? b : a. */
export const pair = {
  /** The same double twice. */
  of: (value: Code): Code => [...value, ...vectorOp(0x14)],
  constant: (value: number): Code => [...double(value), ...vectorOp(0x14)],
  load: load(vectorOp(0x00), 4),
  /** The same double of the memory twice. */
  loadTwice: load(vectorOp(0x0a), 3),
  /** The doubles of two places. */
  gather: (first: Code, second: Code): Code => [
    ...second,
    ...load(vectorOp(0x5d), 3)(first),
    ...vectorOp(0x57),
    3,
    0,
    1,
  ],
  store: store(vectorOp(0x0b), 4),
  add: binary(vectorOp(0xf0)),
  subtract: binary(vectorOp(0xf1)),
  multiply: binary(vectorOp(0xf2)),
  divide: binary(vectorOp(0xf3)),
  lesser: binary(vectorOp(0xf6)),
  larger: binary(vectorOp(0xf7)),
  isBelow: binary(vectorOp(0x49)),
  isAbove: binary(vectorOp(0x4a)),
  isAtMost: binary(vectorOp(0x4b)),
  isAtLeast: binary(vectorOp(0x4c)),
  /** Where the mask is set, else 0. */
  onlyWhere: binary(vectorOp(0x4e)),
  /** The first mask without the second. */
  without: binary(vectorOp(0x4f)),
  /** A mask as a number: 1 where the first lane is set, plus 2 where the second is. */
  flags: (mask: Code): Code => [...mask, ...vectorOp(0xc4)],
  /** Lane by lane the first where the mask is set, else the second. */
  choose: (one: Code, other: Code, mask: Code): Code => [...one, ...other, ...mask, ...vectorOp(0x52)],
}

/** A variable of a function. */
export interface Local {
  readonly get: Code
  readonly set: (value: Code) => Code
}

export const local = (position: number): Local => ({
  get: [0x20, ...leb(position)],
  set: (value) => [...value, 0x21, ...leb(position)],
})

const [BLOCK, LOOP, IF, NO_RESULT, REPEAT, END] = [0x02, 0x03, 0x04, 0x40, 0x0c, 0x0b]

/** Runs the body for the counter from where it stands, every `step`, up to, not including, the end. */
export function countUp(counter: Local, end: Code, body: Code, step = 1): Code {
  const leaveUnlessBelow = [...i32.isBelow(counter.get, end), 0x45, 0x0d, 1]
  const next = counter.set(i32.add(counter.get, i32.constant(step)))
  return [BLOCK, NO_RESULT, LOOP, NO_RESULT, ...leaveUnlessBelow, ...body, ...next, REPEAT, 0, END, END]
}

export const when = (condition: Code, body: Code): Code => [...condition, IF, NO_RESULT, ...body, END]

/** Address of a place in an array of whole numbers, or of doubles. */
export const numberAt = (base: Code, place: Code): Code => i32.add(base, i32.shiftLeft(place, 2))
export const doubleAt = (base: Code, place: Code): Code => i32.add(base, i32.shiftLeft(place, 3))
/** What stands there; `offset` in bytes. */
export const numberOf = (base: Code, place: Code, offset = 0): Code => i32.load(numberAt(base, place), offset)
export const doubleOf = (base: Code, place: Code): Code => f64.load(doubleAt(base, place))
