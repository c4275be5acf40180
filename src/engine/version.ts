/** Grows when a result of the engine may change by more than rounding; results that are handed out carry it. */
export const ENGINE_VERSION = '1'
