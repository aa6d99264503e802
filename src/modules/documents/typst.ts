import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { NodeCompiler, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler'
import { projectRoot } from '#ui/project-root.ts'
import { localeOfReader, reader, say } from '#ui/say.tsx'
import { byMachine } from '#ui/translated.tsx'

const { resolve } = createRequire(import.meta.url)
const letters = (file: string) =>
  readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${file}`))
/** Those of Arabic and Ukrainian, cut from Noto Sans. */
const more = (file: string) =>
  readFileSync(join(projectRoot(import.meta.dirname), 'src/modules/documents/letters', file))

let made: NodeCompiler | undefined
const compiler = () => {
  made ??= NodeCompiler.create({
    fontArgs: [
      {
        fontBlobs: [
          letters('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
          letters('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
          more('NotoSansArabic_400Regular.ttf'),
          more('NotoSansArabic_700Bold.ttf'),
          more('NotoSans_400Regular.ttf'),
          more('NotoSans_700Bold.ttf'),
        ],
      },
    ],
  })
  return made
}

/**
 * A tagged PDF from a template and its data: PDF/UA-1, unless somebody has written letters that no font here has. The
 * data reach the template as JSON and never as markup, so that nothing anybody has written can become an instruction.
 * The same data at the same moment give the same bytes.
 */
export function pdfOf(template: string, data: object, at: Date): Uint8Array<ArrayBuffer> {
  const inputs = { data: JSON.stringify({ ...data, ...frame() }) }
  const document = { mainFileContent: template, inputs }
  const creationTimestamp = Math.floor(at.getTime() / 1000)
  try {
    return (
      printed(document, { pdfStandard: 'ua-1', creationTimestamp }) ??
      printed(document, { creationTimestamp }) ??
      missing()
    )
  } finally {
    // What was set is kept by the compiler to set it faster the next time. It is about a child: out with it.
    compiler().evictCache(0)
  }
}

/** What every paper says in the reader's language, and how the rest of it came into that. */
function frame() {
  const page = say('Sida {page} av {pages}', { page: '{page}', pages: '{pages}' })
  const { language, machineMade } = reader()
  const lines = language === 'sv-x-latt' ? [say(byMachine)] : [say(byMachine), { written: byMachine }]
  const [lang] = localeOfReader().split('-')
  return { lang, page, byMachine: machineMade ? lines : [] }
}

type Document = { mainFileContent: string; inputs: Record<string, string> }

/** What goes wrong quotes the text, and goes no further. */
function printed(document: Document, options: RenderPdfOpts): Uint8Array<ArrayBuffer> | undefined {
  try {
    return new Uint8Array(compiler().pdf(document, options))
  } catch {
    return undefined
  }
}

function missing(): never {
  throw new Error('the document could not be set')
}
