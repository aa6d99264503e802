// Compiles a command, tools/<name>.ts and all it needs, into dist/<name>-<hash>: there JSX has become JavaScript.
// Same source, same folder: two starts at once, or an older program still running, never see half a build.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { build, stop } from 'esbuild'

const aWeek = 7 * 24 * 3600 * 1000

/** Answers with the file to run. Works in a read-only folder when it has been compiled before. */
export async function compile(name) {
  const { outputFiles } = await build({
    entryPoints: [`tools/${name}.ts`],
    outdir: 'dist/program',
    write: false,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    packages: 'external',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
  }).finally(stop)
  const hash = createHash('sha256')
  for (const { contents } of outputFiles) hash.update(contents)
  const folder = join('dist', `${name}-${hash.digest('hex').slice(0, 12)}`)
  if (existsSync(folder)) touch(folder)
  else write(folder, outputFiles)
  return join(folder, `${name}.js`)
}

/** Every command of package.json that is a program. */
export async function compileAll() {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  const names = Object.values(scripts).map((script) => script.replace(/^.* /, ''))
  for (const name of names.filter((name) => existsSync(`tools/${name}.ts`))) console.log(await compile(name))
}

function write(folder, files) {
  const half = `${folder}.${process.pid}`
  mkdirSync(half, { recursive: true })
  for (const { path, contents } of files) writeFileSync(join(half, basename(path)), contents)
  try {
    renameSync(half, folder)
  } catch {
    rmSync(half, { recursive: true }) // another start was first
  }
  removeUnused()
}

function touch(folder) {
  try {
    utimesSync(folder, new Date(), new Date())
  } catch {
    // Read-only: nothing is removed there either.
  }
}

function removeUnused() {
  for (const name of readdirSync('dist')) {
    const folder = join('dist', name)
    const { mtimeMs } = statSync(folder, { throwIfNoEntry: false }) ?? {}
    if (Date.now() - mtimeMs > aWeek) rmSync(folder, { recursive: true, force: true })
  }
}
