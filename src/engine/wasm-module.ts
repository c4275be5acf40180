import { leb, local, VALUE_TYPES, type Code, type Local, type ValueType } from './wasm-code.ts'

/** A function of a module: all its parameters are whole numbers of 32 bits, and it returns nothing. */
export interface WasmFunction {
  readonly name: string
  readonly parameters: readonly string[]
  /** Of the variables beside the parameters, in their order. */
  readonly variables: readonly ValueType[]
  readonly body: Code
}

/** Variables of those types, in their order. */
export type Variables = <Types extends readonly ValueType[]>(...types: Types) => { readonly [At in keyof Types]: Local }

/** Writes a function: parameters by name, variables as the body asks for them. */
export function wasmFunction<Parameter extends string>(
  name: string,
  parameters: readonly Parameter[],
  write: (given: Readonly<Record<Parameter, Code>>, variables: Variables) => Code,
): WasmFunction {
  const given = Object.fromEntries(parameters.map((parameter, at) => [parameter, local(at).get]))
  const types: ValueType[] = []
  const variables: Variables = (...asked) =>
    asked.map((type) => local(parameters.length + types.push(type) - 1)) as {
      readonly [At in keyof typeof asked]: Local
    }
  const body = write(given as Readonly<Record<Parameter, Code>>, variables)
  return { name, parameters, variables: types, body }
}

const MAGIC_AND_VERSION = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const SECTIONS = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const
const FUNCTION_TYPE = 0x60
const EXPORTED_FUNCTION = 0
const IMPORTED_MEMORY = [2, 0, 0]
const END = 0x0b

/**
 * Bytes of a module that works on the memory it is given as `owner.memory`.
 * Source: WebAssembly Core Specification 2.0, 5.5 (binary format of modules).
 */
export function wasmModule(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...MAGIC_AND_VERSION,
    ...section('type', functions.map(typeOf)),
    ...section('import', [[...text('owner'), ...text('memory'), ...IMPORTED_MEMORY]]),
    ...section(
      'function',
      functions.map((_, at) => leb(at)),
    ),
    ...section(
      'export',
      functions.map(({ name }, at) => [...text(name), EXPORTED_FUNCTION, ...leb(at)]),
    ),
    ...section('code', functions.map(codeOf)),
  ])
}

const sized = (code: Code): Code => [...leb(code.length), ...code]
const list = (entries: readonly Code[]): Code => [...leb(entries.length), ...entries.flat()]
const text = (name: string): Code => sized(Array.from(name, (letter) => letter.charCodeAt(0)))
const section = (kind: keyof typeof SECTIONS, entries: readonly Code[]): Code => [
  SECTIONS[kind],
  ...sized(list(entries)),
]

const typeOf = ({ parameters }: WasmFunction): Code => [
  FUNCTION_TYPE,
  ...list(parameters.map(() => [VALUE_TYPES.i32])),
  0,
]

const codeOf = ({ variables, body }: WasmFunction): Code =>
  sized([...list(variables.map((type) => [1, VALUE_TYPES[type]])), ...body, END])
