import { PrintOnly } from '#ui/parts.tsx'
import { signerName } from '../labels.ts'
import type { OpenSheet } from './answer-consent.ts'

/** The sheet on paper: one page's end for each signer, with boxes to tick and a line to sign on. */
export function PaperSheet({ child, sheet }: OpenSheet) {
  return (
    <PrintOnly>
      {sheet.signers.map((signer) => (
        <section>
          <h2>{signerName(signer, child.person)}</h2>
          {sheet.lines.map(({ name }) => (
            <p>☐ Ja &nbsp; ☐ Nej &nbsp; {name}</p>
          ))}
          <p>Stryk under "Vilka får veta vad?" det som inte ska delas.</p>
          <p>Datum och underskrift: ____________________________________________</p>
        </section>
      ))}
    </PrintOnly>
  )
}
