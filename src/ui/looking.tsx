import { createContext, useContext } from 'hono/jsx'
import { look } from './look.ts'

/** True where a form has come back only to be looked at: nothing is saved, and nothing is wrong. */
export const Looking = createContext(false)

export const isLooking = (): boolean => useContext(Looking)

/** One more way to send a form: back to the writer, as the family will read it. */
export const lookButton = { ...look, label: 'Se hur familjen läser det' }
