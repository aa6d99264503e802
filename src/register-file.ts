import { type RegisterSettings, registerSettings } from '#modules/interop'

const setting = 'KRONOBARN_REGISTER'

/** Where the population register is asked: `{ "url": "https://…", "token": "…" }`, or what is wrong with the file. */
export function readRegister(text: string): { register: RegisterSettings | undefined; faults: string[] } {
  const read = registerSettings.safeParse(parsed(text))
  if (!read.success) {
    const wrong = read.error.issues.map(({ path }) => path.join('.') || 'filen')
    return { register: undefined, faults: [`${setting} går inte att läsa: ${wrong.join(', ')} är fel.`] }
  }
  const isOpen = !read.data.url.startsWith('https:')
  return { register: read.data, faults: isOpen ? [`${setting}: registret ska nås med https.`] : [] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
