import type { PropsWithChildren } from 'hono/jsx'
import { message } from './message.ts'
import { InLanguage, reader, say } from './say.tsx'

export const byMachine = message('Översatt av en maskin. Ingen människa har läst den än.')
const onlySwedish = message('Den här sidan finns bara på svenska än.')

type Says = { language: string; text: typeof byMachine | typeof onlySwedish }

/** A line in the reader's language, and the same in Swedish for whoever helps them. */
const Both = ({ language, text }: Says) => (
  <p class="translated">
    {say(text)} {language !== 'sv-x-latt' && <span lang="sv">{text}</span>}
  </p>
)

/** Says so where something on the page was translated by a machine and has been read by no person. */
export function MachineMade() {
  const { language, machineMade } = reader()
  return machineMade ? <Both language={language} text={byMachine} /> : null
}

/** A page that is not translated yet, in Swedish and from left to right. */
export const OnlySwedish = ({ children }: PropsWithChildren) => (
  <>
    <Both language={reader().language} text={onlySwedish} />
    <div lang="sv" dir="ltr">
      <InLanguage language="sv">{children}</InLanguage>
    </div>
  </>
)
