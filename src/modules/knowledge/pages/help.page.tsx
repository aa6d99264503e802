import { paths } from '#shared/paths.ts'
import { Intro, Section } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import { alwaysOpen } from '../channels.ts'

/** The few things that people ask about, answered. */
export function HelpPage() {
  return (
    <>
      <Intro title={say('Hjälp')} lead={say('Korta svar på det som många undrar.')} />
      <Section id="fara" title={say('Är någon i fara?')}>
        <p>
          {sayWith(
            'Ring {danger}. Är du under 18 och vill prata med någon kan du ringa Bris på {children}.',
            {
              danger: <a href="tel:112">{alwaysOpen.danger.number}</a>,
              children: <a href="tel:116111">{alwaysOpen.children.number}</a>,
            },
          )}
        </p>
        <p>
          {sayWith('Tror du att ett barn far illa? <link>Så gör du en orosanmälan</link>.', {
            link: (words) => <a href={paths.concern.to({})}>{words}</a>,
          })}
        </p>
      </Section>
      <Section id="logga-in" title={say('Jag kan inte logga in')}>
        <p>
          {sayWith(
            'Börja om från <link>inloggningen</link>. Står det att vi inte känner igen dig? Då behöver din arbetsplats, eller skolan eller vården som du har kontakt med, lägga till dig.',
            { link: (words) => <a href={paths.signIn.choose.to({})}>{words}</a> },
          )}
        </p>
        <p>
          {say(
            'Har du ingen e-legitimation? Du kan vara med ändå. Ring eller möt den som är Barnets bästa-ansvarig.',
          )}{' '}
          <a href={paths.withoutEid.to({})}>{say('Så gör du utan e-legitimation')}</a>
        </p>
      </Section>
      <Section id="skrev" title={say('Det jag skrev försvann')}>
        <p>
          {say(
            'Det du skriver sparas som ett utkast medan du skriver. Öppna samma sida igen, så kan du fortsätta. Ingen annan ser ditt utkast.',
          )}
        </p>
        <p>
          {say(
            'Loggades du ut medan du skrev? Skicka ändå, och logga in igen. Texten väntar på dig i ett dygn. För barn sparar vi inga utkast.',
          )}
        </p>
      </Section>
      <Section id="bytt" title={say('Jag arbetar på flera ställen')}>
        <p>
          {sayWith(
            'Öppna ditt namn högst upp och välj {link}. Det du skriver hör till den verksamhet du har valt.',
            {
              link: (
                <a href={paths.unit.to({})}>
                  <span lang="sv">Byt verksamhet</span>
                </a>
              ),
            },
          )}
        </p>
      </Section>
      <Section id="ord" title={say('Vad betyder orden?')}>
        <p>
          {sayWith('Alla ord finns i <link>ordlistan</link>.', {
            link: (words) => <a href={paths.words.to({})}>{words}</a>,
          })}
        </p>
      </Section>
    </>
  )
}
