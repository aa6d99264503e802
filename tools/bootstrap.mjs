// The first word of every command, for any Node from 18: installs what is missing, compiles tools/<name>.ts and
// runs it under the pinned Node. Plain JavaScript without packages, since none may be there yet.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const [name, ...args] = process.argv.slice(2)

const { install } = await import('./install.mjs')
await install()
const { compile, compileAll } = await import('./compile.mjs')
// What went wrong has been printed by then.
const failed = () => process.exit(1)
if (name === 'build') await compileAll().catch(failed)
else run(node(), await compile(name).catch(failed))

function node() {
  const pinned = 'node_modules/.bin/node'
  if (existsSync(pinned) && spawnSync(pinned, ['--version']).status === 0) return pinned
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  console.error(
    `Kronobarn behöver Node 22.18 eller nyare. Här finns ${process.version}. Hämta en på nodejs.org.`,
  )
  process.exit(1)
}

function run(program, file) {
  // Tools that the command starts in turn find the same Node.
  const PATH = [resolve('node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(
    program,
    ['--enable-source-maps', '--import', './tools/with-parent.mjs', file, ...args],
    {
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      env: { ...process.env, PATH },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  stopWithNpm(child)
  child.on('error', (error) => {
    console.error(error.message)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}

/** A shell stands between npm and us and passes nothing on: when either is gone, what they started ends too. */
function stopWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const started = ancestors()
  setInterval(() => ancestors() !== started && child.kill('SIGTERM'), 500).unref()
}

function ancestors() {
  try {
    const afterName = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1)
    return `${process.ppid} ${afterName.split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}
