import { paths } from '#shared/paths.ts'
import { Actions, Done, Intro, LinkButton } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** The same for everybody: it names no unit and no person, and tells nothing of whether the child is known. */
export function ReceiptPage({ about }: { about: string | undefined }) {
  const receipt = receipts.get(about ?? '')
  return (
    <>
      <Intro title={say('Mottaget')} />
      <Done title={receipt ? say('Tack för att du sa till.') : say('Tack för att du berättade.')}>
        {receipt ?? <Read />}
      </Done>
      <Actions>
        <LinkButton href={paths.start.to({})}>{say('Klar')}</LinkButton>
        {!receipt && (
          <LinkButton href={paths.noticing.notice.to({})} secondary>
            {say('Berätta om ett barn till')}
          </LinkButton>
        )}
      </Actions>
    </>
  )
}

const Read = () => (
  <>
    <p>{say('Den som är Barnets bästa-ansvarig läser det du skrev inom två arbetsdagar.')}</p>
    <p>{say('Behöver någon veta mer hör de av sig till dig.')}</p>
  </>
)

/** What a child has kept to itself is not shown afterwards, and so neither is the answer. */
const Answered = () => (
  <>
    <p>{say('Du får svar inom tio arbetsdagar, av någon som arbetar med dig.')}</p>
    <p>
      {say('Det du skrev och svaret syns inte här. Då kan ingen annan som tittar på din skärm läsa det.')}
    </p>
  </>
)

/** Whoever answers about a BBA knows no more of the one who asked than that. */
const AskedOther = () => (
  <>
    <p>{say('Någon annan än den vanliga Barnets bästa-ansvariga läser det inom fem arbetsdagar.')}</p>
    <p>{say('Det du skrev och hur det blev syns inte här.')}</p>
  </>
)

const receipts = new Map([
  ['text', <Answered />],
  ['ansvarig', <AskedOther />],
])
