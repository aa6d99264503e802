import type { PrintedHandover } from '#modules/documents'
import { dayWithYear, swedishClock, swedishDay } from '#shared/dates.ts'
import { nameOf } from '#shared/person.ts'
import { groundText, lineTitle, underLine } from '../page.parts.tsx'
import { ofLineKind, paperKinds } from '../page-line.ts'
import type { PrintablePaper } from './show-paper.ts'

/** The paper in words: what was chosen and on what ground, and nothing of how the givers weighed it. */
export function onPaper({ child, paper, printedBy, at }: PrintablePaper): PrintedHandover {
  const parts = [
    { title: 'Vad det gäller', texts: [paper.why.reveal()] },
    {
      title: 'Vad barnet och familjen vet och tycker',
      texts: paper.familyThinks ? [paper.familyThinks.reveal()] : [],
    },
    ...paperKinds.map((kind) => ({
      title: lineTitle(kind, child),
      texts: ofLineKind(paper.lines, kind).map((line) =>
        [line.what.reveal(), underLine(line)].filter(Boolean).join(' – '),
      ),
    })),
    { title: 'Därför får det följa med', texts: [groundText(paper.ground, false)] },
  ]
  return {
    // On paper not even that there is something to hide.
    name: child.person.kind === 'protected' ? 'Barnet' : nameOf(child.person),
    lead: `Till ${paper.receiver.reveal()}`,
    parts: parts.filter(({ texts }) => texts.length > 0),
    footer: `Överlämning gjord ${dayWithYear(paper.madeOn)}. Spara den där ingen annan läser.`,
    watermark: `${printedBy}, ${dayWithYear(swedishDay(at))} kl ${swedishClock(at)}`,
  }
}
