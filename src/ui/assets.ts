import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { buildSync } from 'esbuild'
import { Hono } from 'hono'
import { projectRoot } from './project-root.ts'

type Asset = {
  path: string
  type: string
  bodies: Record<'identity' | 'gzip' | 'br', Uint8Array<ArrayBuffer>>
}

const root = projectRoot(import.meta.dirname)
const own = (file: string) => readFileSync(join(root, 'src/assets', file))
const lent = (file: string) => readFileSync(join(root, 'node_modules', file))

function asset(name: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12)
  const packed = type.startsWith('font/')
  const bodies = {
    identity: new Uint8Array(content),
    gzip: new Uint8Array(packed ? content : gzipSync(content, { level: 9 })),
    br: new Uint8Array(packed ? content : brotliCompressSync(content)),
  }
  return { path: `/tillgangar/${hash}/${name}`, type, bodies }
}

const font = (style: string) =>
  lent(`@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${style}.woff2`)

const fonts = {
  'text.woff2': asset('text.woff2', 'font/woff2', own('text.woff2')),
  'latin.woff2': asset('latin.woff2', 'font/woff2', font('latin-wght-normal')),
  'kursiv.woff2': asset('kursiv.woff2', 'font/woff2', font('latin-wght-italic')),
  'fler.woff2': asset('fler.woff2', 'font/woff2', font('latin-ext-wght-normal')),
}

const parts = [
  'skip-link',
  'label',
  'field',
  'fieldset',
  'input',
  'validation-message',
  'error-summary',
  'button',
  'details',
]

/** Designsystemet's parts that we use, then our tokens and look over them. */
function stylesheet(): Buffer {
  const theirs = parts.map((part) => lent(`@digdir/designsystemet-css/dist/src/${part}.css`).toString())
  const ours = [
    'tokens.css',
    'ground.css',
    'look.css',
    'form.css',
    'wheel.css',
    'child.css',
    'print.css',
  ].map((file) => own(file).toString())
  // Their pictures are data addresses, which our content policy refuses; ours are drawn in the page.
  const lentRules = theirs.join('').replace(/url\("data:[^"]*"\)/g, 'none')
  const whole = `@layer ground,ds;@layer ds{${lentRules}}${smaller(ours.join(''))}`
  return Buffer.from(
    whole.replace(/url\("(\w+\.woff2)"\)/g, (_, name: keyof typeof fonts) => `url("${fonts[name].path}")`),
  )
}

const smaller = (css: string) =>
  css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;}/g, '}')

const javascript = 'text/javascript; charset=utf-8'
const script = (name: string) => asset(name, javascript, own(name))

/** A script that runs rules of the server's. It is put together the first time somebody needs it. */
function bundled(name: string): () => Asset {
  let made: Asset | undefined
  const entryPoints = [join(root, 'src/assets', name)]
  const how = { bundle: true, minify: true, write: false, format: 'esm', target: 'es2022' } as const
  const built = () => buildSync({ entryPoints, absWorkingDir: root, ...how }).outputFiles[0]?.contents ?? []
  return () => {
    made ??= asset(name, javascript, Buffer.from(built()))
    return made
  }
}
const tips = bundled('tips.js')

const assets = {
  ...fonts,
  'kronobarn.css': asset('kronobarn.css', 'text/css; charset=utf-8', stylesheet()),
  'kronobarn.js': script('kronobarn.js'),
  'lyssna.js': script('lyssna.js'),
  'rita.js': script('rita.js'),
  get 'tips.js'() {
    return tips()
  },
  'rosett.svg': asset('rosett.svg', 'image/svg+xml', own('rosett.svg')),
}

export type AssetName = keyof typeof assets

/** The address of an asset; it changes with the content. */
export const assetPath = (name: AssetName) => assets[name].path

const isAsset = (name: string): name is AssetName => Object.hasOwn(assets, name)

/** Everything a page needs besides its HTML, from memory. Holds nothing about anyone: no session is asked for. */
export const assetRoutes = new Hono().get('/tillgangar/:hash/:name', (c) => {
  const name = c.req.param('name')
  if (!isAsset(name)) return c.notFound()
  const { path, type, bodies } = assets[name]
  const accepted = c.req.header('accept-encoding') ?? ''
  const encoding = type.startsWith('font/')
    ? 'identity'
    : accepted.includes('br')
      ? 'br'
      : accepted.includes('gzip')
        ? 'gzip'
        : 'identity'
  // During a roll-out a page may ask for a neighbour's version: it gets ours, and keeps it for this once.
  const lasting = c.req.path === path
  c.header('content-type', type)
  c.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-store')
  c.header('vary', 'accept-encoding')
  c.header('x-content-type-options', 'nosniff')
  if (encoding !== 'identity') c.header('content-encoding', encoding)
  return c.body(bodies[encoding])
})
