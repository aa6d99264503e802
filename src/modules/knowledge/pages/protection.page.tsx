import { Intro, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'

/** How what is written is protected, in words that a tired parent can read. */
export function ProtectionPage() {
  return (
    <>
      <Intro
        title={say('Så skyddas uppgifterna')}
        lead={say('Bara de som behöver veta får veta. Du kan alltid fråga vem som har läst.')}
      />
      <Section id="vem" title={say('Vem kan läsa?')}>
        <p>{say('Den som arbetar med barnet på ett ställe läser det som är skrivet där. Ingen annan.')}</p>
        <p>
          {say(
            'Andra ställen får läsa när familjen har sagt ja, och bara det som ja:et gäller. Tar familjen tillbaka sitt ja slutar det genast att gälla.',
          )}
        </p>
        <p>
          {say(
            'Ibland säger lagen att något måste berättas ändå. Då står det vilken regel det gäller och vem som bestämde.',
          )}
        </p>
      </Section>
      <Section id="hur" title={say('Hur är det skyddat?')}>
        <p>
          {say(
            'Allt som skrivs om ett barn är låst med barnets egen nyckel. Utan den går texten inte att läsa.',
          )}
        </p>
        <p>{say('Varje gång någon läser eller skriver sparas vem det var och när.')}</p>
        <p>{say('Inget sparas i din telefon eller dator. När du har loggat ut är sidorna borta.')}</p>
        <p>
          {say(
            'Vi skickar aldrig något om ett barn i mejl eller sms. Där står bara att det finns något att läsa.',
          )}
        </p>
      </Section>
      <Section id="skyddade" title={say('Skyddade uppgifter')}>
        <p>
          {say(
            'Den som har skyddade uppgifter visas utan namn och plats. Det gäller från första stund. Bara några få, som är utsedda en och en, får veta mer. När skyddet upphör syns inget igen av sig självt.',
          )}
        </p>
      </Section>
      <Section id="lange" title={say('Hur länge sparas det?')}>
        <p>
          {say(
            'Det som en verksamhet skriver följer verksamhetens egna regler. Ett utkast som du inte skickar tas bort efter två veckor.',
          )}
        </p>
      </Section>
      <Section id="fraga" title={say('Vill du fråga något?')}>
        <p>
          {say(
            'Fråga den som är Barnets bästa-ansvarig för barnet. Du har rätt att få veta vad som står om dig och ditt barn, och att få det rättat om det är fel.',
          )}
        </p>
      </Section>
    </>
  )
}
