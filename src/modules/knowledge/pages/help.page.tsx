import { paths } from '#shared/paths.ts'
import { Intro, Section } from '#ui/parts.tsx'
import { alwaysOpen } from '../channels.ts'

/** The few things that people ask about, answered. */
export function HelpPage() {
  return (
    <>
      <Intro title="Hjälp" lead="Korta svar på det som många undrar." />
      <Section id="fara" title="Är någon i fara?">
        <p>
          Ring <a href="tel:112">{alwaysOpen.danger.number}</a>. Är du under 18 och vill prata med någon kan
          du ringa Bris på <a href="tel:116111">{alwaysOpen.children.number}</a>.
        </p>
        <p>
          Tror du att ett barn far illa? <a href={paths.concern.to({})}>Så gör du en orosanmälan</a>.
        </p>
      </Section>
      <Section id="logga-in" title="Jag kan inte logga in">
        <p>
          Börja om från <a href={paths.signIn.choose.to({})}>inloggningen</a>. Står det att vi inte känner
          igen dig? Då behöver din arbetsplats, eller skolan eller vården som du har kontakt med, lägga till
          dig.
        </p>
        <p>
          Har du ingen e-legitimation? Du kan vara med ändå. Ring eller möt den som är Barnets bästa-ansvarig.
        </p>
      </Section>
      <Section id="skrev" title="Det jag skrev försvann">
        <p>
          Det du skriver sparas som ett utkast medan du skriver. Öppna samma sida igen, så kan du fortsätta.
          Ingen annan ser ditt utkast.
        </p>
        <p>
          Loggades du ut medan du skrev? Skicka ändå, och logga in igen. Texten väntar på dig i ett dygn. För
          barn sparar vi inga utkast.
        </p>
      </Section>
      <Section id="bytt" title="Jag arbetar på flera ställen">
        <p>
          Öppna ditt namn högst upp och välj <a href={paths.unit.to({})}>Byt verksamhet</a>. Det du skriver
          hör till den verksamhet du har valt.
        </p>
      </Section>
      <Section id="ord" title="Vad betyder orden?">
        <p>
          Alla ord finns i <a href={paths.words.to({})}>ordlistan</a>.
        </p>
      </Section>
    </>
  )
}
