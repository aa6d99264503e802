import { callOf } from '#shared/person.ts'
import type { ReaderLog } from './show-log.ts'

/** True for everybody who reads the log, whatever stands in it: held to plain Swedish by a test. */
export const howItWorks = ({
  child,
  reader,
  mayAsk,
  lead,
}: Pick<ReaderLog, 'child' | 'reader' | 'mayAsk' | 'lead'>): readonly string[] => [
  `Varje gång någon som arbetar öppnar något om ${reader === 'self' ? 'dig' : callOf(child.person)} skrivs det upp. Ingen kan ta bort det.`,
  'Du ser yrket och stället. Namn står här bara om stället har valt det.',
  'Vi säger inte alltid vad stället heter. Ett namn kan visa var någon bor.',
  'Ibland får en rad inte synas. Då finns det ett skäl, och stället tittar på det igen.',
  mayAsk
    ? 'Ser något konstigt ut? Tryck på Fråga om det här. Då måste stället svara dig.'
    : `Ser något konstigt ut? Fråga ${lead ? lead.name : 'en vuxen som du litar på'}.`,
  mayAsk ? 'Det du själv har läst ser bara du.' : 'Det du själv har läst står inte här.',
]
