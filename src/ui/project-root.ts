import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The server runs from a bundle or from the sources; both lie below the folder with package.json. */
export function projectRoot(from: string): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from))
}
