import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler, type RenderPdfOpts } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)
const letters = (file: string) =>
  readFileSync(resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${file}`))

let made: NodeCompiler | undefined
const compiler = () => {
  made ??= NodeCompiler.create({
    fontArgs: [
      {
        fontBlobs: [
          letters('400Regular/AtkinsonHyperlegibleNext_400Regular.ttf'),
          letters('700Bold/AtkinsonHyperlegibleNext_700Bold.ttf'),
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
  const document = { mainFileContent: template, inputs: { data: JSON.stringify(data) } }
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
