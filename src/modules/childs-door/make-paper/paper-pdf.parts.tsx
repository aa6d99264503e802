import type { PrintedMeetingPaper } from '#modules/documents'
import { helpOnPaper } from '#modules/knowledge'
import { timeInWords } from '#modules/meetings'
import { slipOnPaper } from '#modules/participation'
import { dayInWords, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { say } from '#ui/say.tsx'
import { inGroups } from '../paper.ts'
import type { Printable } from './make-paper.ts'

/** The paper in words. Not where the meeting is, nor what it is about: the paper may lie where anybody sees it. */
export function onPaper(
  { child, meeting, lead, paper, code, until, isAhead, at }: Printable,
  origin: string,
): PrintedMeetingPaper {
  const address = `${origin}${paths.childsDoor.code.to({})}`
  const keeps = paper?.isChildsOwn
    ? say('Ha pappret för dig själv. Då ser ingen annan det du läser.')
    : say('Den som har pappret kan läsa det du läser.')
  return {
    title: say('Till {name}', { name: callOf(child.person) }),
    lead: isAhead
      ? say('Du har ett möte {when}. Här kan du läsa om det och säga hur du vill ha det.', {
          when: timeInWords(meeting),
        })
      : say('Du har haft ett möte. Här kan du läsa vad som händer nu.'),
    // What follows the mark is never sent by a browser, so it stands in no log on the way.
    scan: `${address}#${code}`,
    scanAlt: say('En ruta att läsa av med mobilens kamera. Koden står bredvid i bokstäver.'),
    ways: [
      say('Läs av rutan med mobilens kamera.'),
      say('Eller gå till {address} och skriv koden:', { address: address.replace(/^https?:\/\//, '') }),
    ],
    code: inGroups(code),
    sections: [
      {
        title: say('Det här kan du göra'),
        lines: [
          say('Läsa om mötet och din plan.'),
          say('Säga hur du vill ha mötet, och vad du vill prata om.'),
          lead
            ? say('Skriva till {name}. Det syns inte på sidan sen.', { name: lead.name })
            : say('Skriva till den vuxna som håller i mötet. Det syns inte på sidan sen.'),
        ],
      },
      {
        title: say('Bra att veta'),
        lines: [
          keeps,
          say('Pappret gäller till och med {day}.', { day: dayInWords(until) }),
          lead
            ? say(
                'Vill du inte ha det? Säg till {name}, eller tryck på ”Sluta använda pappret” på sidan. Då går det inte att använda mer.',
                { name: lead.name },
              )
            : say(
                'Vill du inte ha det? Säg till en vuxen som du litar på, eller tryck på ”Sluta använda pappret” på sidan. Då går det inte att använda mer.',
              ),
          say('Måste du sluta snabbt? Tryck på ”Lämna sidan snabbt” högst upp. Då kommer en sida om vädret.'),
        ],
      },
      {
        title: say('Vill du prata med någon nu?'),
        lines: helpOnPaper(),
      },
    ],
    after: isAhead ? say('Spara den här lappen till efter mötet.') : '',
    slip: slipOnPaper({ voice: 'child', isMeeting: true, leadName: lead?.name }),
    footer: say('Gjort {day}. Går att ta tillbaka när som helst.', { day: dayInWords(swedishDay(at)) }),
  }
}
