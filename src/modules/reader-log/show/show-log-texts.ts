import { callOf } from '#shared/person.ts'
import { say } from '#ui/say.tsx'
import type { ReaderLog } from './show-log.ts'

/** True for everybody who reads the log, whatever stands in it: held to plain Swedish by a test. */
export const howItWorks = ({
  child,
  reader,
  mayAsk,
  lead,
}: Pick<ReaderLog, 'child' | 'reader' | 'mayAsk' | 'lead'>): readonly string[] => [
  reader === 'self'
    ? say('Varje gång någon som arbetar öppnar något om dig skrivs det upp. Ingen kan ta bort det.')
    : say('Varje gång någon som arbetar öppnar något om {name} skrivs det upp. Ingen kan ta bort det.', {
        name: callOf(child.person),
      }),
  say('Du ser yrket och stället. Namn står här bara om stället har valt det.'),
  say('Vi säger inte alltid vad stället heter. Ett namn kan visa var någon bor.'),
  say('Ibland får en rad inte synas. Då finns det ett skäl, och stället tittar på det igen.'),
  mayAsk
    ? say('Ser något konstigt ut? Tryck på Fråga om det här. Då måste stället svara dig.')
    : lead
      ? say('Ser något konstigt ut? Fråga {name}.', { name: lead.name })
      : say('Ser något konstigt ut? Fråga en vuxen som du litar på.'),
  mayAsk ? say('Det du själv har läst ser bara du.') : say('Det du själv har läst står inte här.'),
]
