import type { PrintedMeetingPaper } from '#modules/documents'
import { alwaysOpen } from '#modules/knowledge'
import { timeInWords } from '#modules/meetings'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { inGroups } from '../paper.ts'
import type { Printable } from './make-paper.ts'

/** The paper in words. Not where the meeting is, nor what it is about: the paper may lie where anybody sees it. */
export function onPaper(
  { child, meeting, lead, paper, code, until, isAhead, at }: Printable,
  origin: string,
): PrintedMeetingPaper {
  const address = `${origin}${paths.childsDoor.code.to({})}`
  const keeps = paper?.isChildsOwn
    ? 'Ha pappret för dig själv. Då ser ingen annan det du läser.'
    : 'Den som har pappret kan läsa det du läser.'
  return {
    title: `Till ${callOf(child.person)}`,
    lead: isAhead
      ? `Du har ett möte ${timeInWords(meeting)}. Här kan du läsa om det och säga hur du vill ha det.`
      : `Du har haft ett möte. Här kan du läsa vad som händer nu.`,
    // What follows the mark is never sent by a browser, so it stands in no log on the way.
    scan: `${address}#${code}`,
    scanAlt: 'En ruta att läsa av med mobilens kamera. Koden står bredvid i bokstäver.',
    ways: [
      'Läs av rutan med mobilens kamera.',
      `Eller gå till ${address.replace(/^https?:\/\//, '')} och skriv koden:`,
    ],
    code: inGroups(code),
    sections: [
      {
        title: 'Det här kan du göra',
        lines: [
          'Läsa om mötet och din plan.',
          'Säga hur du vill ha mötet, och vad du vill prata om.',
          `Skriva till ${lead?.name ?? 'den vuxna som håller i mötet'}. Det syns inte på sidan sen.`,
        ],
      },
      {
        title: 'Bra att veta',
        lines: [
          keeps,
          `Pappret gäller till och med ${dayInWords(until)}.`,
          `Vill du inte ha det? Säg till ${lead?.name ?? 'en vuxen som du litar på'}, eller tryck på ”Sluta använda pappret” på sidan. Då går det inte att använda mer.`,
          'Måste du sluta snabbt? Tryck på ”Lämna sidan snabbt” högst upp. Då kommer en sida om vädret.',
        ],
      },
      {
        title: 'Vill du prata med någon nu?',
        lines: [
          `Bris: ${alwaysOpen.children.number}`,
          `Är det farligt: ${alwaysOpen.danger.number}`,
          `Socialjouren: numret finns på sidan`,
        ],
      },
    ],
    footer: `Gjort ${dayInWords(swedishDay(at))}. Går att ta tillbaka när som helst.`,
  }
}
