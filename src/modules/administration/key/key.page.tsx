import { dayWithYear, swedishDay } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { Buttons, ErrorSummary, Form, type Texts } from '#ui/form.tsx'
import { BackLink, Intro, Note, Section, type Viewer } from '#ui/page.tsx'
import type { DirectoryKey } from './key.ts'

type Props = { now: DirectoryKey } & {
  address: string
  viewer: Viewer
  submission: string
  errors: Texts | undefined
}

export function KeyPage({ now, address, viewer, submission, errors }: Props) {
  const { organisation, key, token } = now
  return (
    <>
      <BackLink href={paths.organisation.home.to({})}>{organisation.name}</BackLink>
      <Intro
        title="Hämta medarbetare från er katalog"
        lead="Er egen katalog kan hålla reda på vem som arbetar var, så att den som slutar hos er inte kommer in här."
      />
      <ErrorSummary errors={errors} />
      {token && (
        <Note title="Nyckeln visas bara den här gången">
          <p>Lägg in den i er katalog nu. Den som har den kan lägga till och avsluta medarbetare hos er.</p>
          <p class="prewrap">{token}</p>
        </Note>
      )}
      <Section id="nyckel" title="Nyckeln">
        <p>{stateText(now)}</p>
        <Form viewer={viewer} action={paths.organisation.directory.to({})} hidden={{ submission }}>
          <Buttons primary={key ? 'Gör en ny nyckel' : 'Gör en nyckel'} />
        </Form>
        {key && (
          <>
            <p class="soft">
              En ny nyckel stoppar den gamla med en gång. Gör en ny när någon som har haft nyckeln slutar.
            </p>
            <Form viewer={viewer} action={paths.organisation.endKey.to({})}>
              <button class="ds-button" data-variant="secondary" type="submit">
                Ta bort nyckeln
              </button>
            </Form>
          </>
        )}
      </Section>
      <Section id="sa-gor-ni" title="Till den som sköter katalogen">
        <p>Adressen är {address} och katalogen talar SCIM 2.0. Nyckeln skickas som Bearer.</p>
        <p>
          Skriv verksamhetens namn i fältet department, precis som det står här. Den som är ny får en länk av
          er för att logga in första gången: öppna personen här och gör en länk.
        </p>
        <p>
          Uppdrag som Barnets bästa-ansvarig eller administratör kommer aldrig från katalogen. Dem bestämmer
          två av er här.
        </p>
      </Section>
    </>
  )
}

function stateText({ key, isTooOld }: DirectoryKey): string {
  if (!key) return 'Ni har ingen nyckel, och ingen katalog kan ändra något här.'
  const until = dayWithYear(swedishDay(key.expiresAt))
  if (isTooOld) return `Nyckeln gick ut ${until}. Katalogen når inte Kronobarn förrän ni har gjort en ny.`
  if (key.isLeftBehind)
    return `${key.madeBy} gjorde nyckeln men är inte kvar som administratör. Den gäller till ${until}. Gör en ny i tid, så fortsätter katalogen att fungera.`
  return `${key.madeBy} gjorde nyckeln ${dayWithYear(swedishDay(key.madeAt))}. Den gäller till ${until}.`
}
