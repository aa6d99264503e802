import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseOptions } from '../src/database-url.ts'
import { PlainError } from '../src/plain-error.ts'
import { postgresBinaries } from './postgres/binaries.ts'
import { makeOwnFolder, runAsFor, temporaryFolder } from './postgres/run-as.ts'
import { initialise, lastWords, readPid, type Server, start } from './postgres/server.ts'

/** A PostgreSQL that forgets: without fsync, gone with the process that started it, however that ends. */
export async function startThrowAway(): Promise<{ superuser: DatabaseOptions; stop: () => Promise<void> }> {
  const user = runAsFor('')
  const folder = mkdtempSync(join(temporaryFolder(user), 'kronobarn-'))
  makeOwnFolder(user, folder)
  const sockets = process.platform === 'win32' ? null : folder
  const server: Server = { folder, binaries: postgresBinaries(user), user, sockets, fsync: false }
  const stop = cleanUpAfterwards(server)
  initialise(server)
  const running = (await start(server)) && readPid(server)
  if (running) return { superuser: running.superuser, stop }
  throw new PlainError(`Testdatabasen startar inte.\n${lastWords(server)}`)
}

/** A shell waits for the end of its input, which comes when we close it or die, and then clears away. */
function cleanUpAfterwards({ folder }: Server) {
  const script = `
    trap '' INT TERM HUP
    read -r _
    pid=$(head -n 1 "$1/data/postmaster.pid" 2>/dev/null) && kill -QUIT "$pid"
    while [ -e "$1/data/postmaster.pid" ] && kill -0 "$pid"; do sleep 0.05; done
    rm -rf "$1"`
  const cleaner = spawn('sh', ['-c', script, 'sh', folder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  cleaner.unref()
  return async () => {
    const cleaned = once(cleaner, 'exit')
    cleaner.ref()
    cleaner.stdin.end()
    await cleaned
  }
}
