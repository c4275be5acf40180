/** Arrays in one memory, and the functions that are compiled to work on them. */
import { wasmModule, type WasmFunction } from './wasm-module.ts'

/** Where arrays lie. */
export interface Room {
  /** Null where nothing can be compiled to work on it. */
  readonly memory: WebAssembly.Memory | null
  readonly buffer: ArrayBuffer
}

/** Gives room for so many bytes, all 0. */
export type TakeMemory = (bytes: number) => Room

/** How loops run; no bit of a result depends on it. */
export type LoopWay = 'kernels' | 'plain'

/** Room that the functions can work on, or, where there are none or no such memory, plain room. */
export const roomFor =
  (compiled: Compiled | null): TakeMemory =>
  (bytes) => {
    const memory = compiled === null ? null : kernelMemory(bytes)
    return { memory, buffer: memory?.buffer ?? new ArrayBuffer(bytes) }
  }

/** Lengths of arrays by their names. */
interface Lengths<Double extends string, Whole extends string> {
  readonly doubles: Readonly<Record<Double, number>>
  readonly wholes: Readonly<Record<Whole, number>>
  /** Bytes behind each array that are free, a multiple of 8: what goes in pairs may write one place past the end. Default 0. */
  readonly margin?: number
}

export type LaidOut<Double extends string, Whole extends string> = Pick<Room, 'memory'> &
  Readonly<Record<Double, Float64Array>> &
  Readonly<Record<Whole, Int32Array>>

/** Arrays one after the other in one memory; those of doubles first, so that each begins where a double may. */
export function laidOut<Double extends string, Whole extends string>(
  { doubles, wholes, margin = 0 }: Lengths<Double, Whole>,
  takeMemory: TakeMemory,
): LaidOut<Double, Whole> {
  const bytesOf = (lengths: object, each: number): number =>
    Object.values(lengths).reduce((sum: number, length: number) => sum + each * length + margin, 0)
  const { memory, buffer } = takeMemory(bytesOf(doubles, 8) + bytesOf(wholes, 4))
  let at = 0
  const next = (bytes: number): number => (at += bytes + margin) - bytes - margin
  const arrays = [
    ...Object.entries<number>(doubles).map(([name, length]) => [
      name,
      new Float64Array(buffer, next(8 * length), length),
    ]),
    ...Object.entries<number>(wholes).map(([name, length]) => [name, new Int32Array(buffer, next(4 * length), length)]),
  ]
  return { memory, ...Object.fromEntries(arrays) } as LaidOut<Double, Whole>
}

const BYTES_PER_PAGE = 65_536

/** Null where there is no such memory. */
function kernelMemory(bytes: number): WebAssembly.Memory | null {
  const pages = Math.ceil(bytes / BYTES_PER_PAGE)
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages })
  } catch {
    // A process may be given less address space than a memory sets aside for itself.
    return null
  }
}

/** Functions of a module, and the module. */
export interface Compiled {
  readonly functions: readonly WasmFunction[]
  readonly module: WebAssembly.Module
}

/** Compiles when first asked. @returns gives null where nothing can be compiled */
export function compiledOnce(write: () => readonly WasmFunction[]): () => Compiled | null {
  let compiled: Compiled | null | undefined
  return () => (compiled = compiled === undefined ? compile(write()) : compiled)
}

function compile(functions: readonly WasmFunction[]): Compiled | null {
  const bytes = wasmModule(functions)
  try {
    if (typeof WebAssembly === 'object' && WebAssembly.validate(bytes))
      return { functions, module: new WebAssembly.Module(bytes) }
  } catch {
    // A page whose security policy does not name 'wasm-unsafe-eval' takes the plain loops: the same bits, later.
  }
  return null
}

export type Kernel = (...given: readonly number[]) => void

/**
 * The functions of a module by name, to be called with what changes from call to call: the parameters that are not known, in their order.
 * @param known arrays of the memory, and numbers, by the names of the parameters
 */
export function kernelsOn(
  { functions, module }: Compiled,
  memory: WebAssembly.Memory,
  known: object,
): Readonly<Record<string, Kernel>> {
  const kernels = new WebAssembly.Instance(module, { owner: { memory } }).exports as Record<string, Kernel>
  const valueOf = (name: string): number => {
    const value: unknown = known[name as keyof typeof known]
    if (typeof value === 'number') return value
    if (!ArrayBuffer.isView(value) || value.buffer !== memory.buffer)
      throw new Error(`expected an array of the memory, got ${name}`)
    return value.byteOffset
  }
  const ready = ({ name, parameters }: WasmFunction): Kernel => {
    const kernel = kernels[name]!
    const values = parameters.filter((parameter) => parameter in known).map(valueOf)
    return (...given) => kernel(...given, ...values)
  }
  return Object.fromEntries(functions.map((each) => [each.name, ready(each)]))
}
