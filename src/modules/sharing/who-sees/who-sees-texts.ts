/** What is true whatever the family says: held to plain Swedish by a test. `call` is the child's given name. */
export const notShared = (call: string): readonly string[] => [
  'Det vi skriver bara för vårt eget arbete. Det finns kvar där vi arbetar, och du kan be att få läsa det.',
  `Det ${call} har berättat för bara en person.`,
  'Din adress och ditt telefonnummer. De visas inte för andra i planen.',
]

export const whatTheLawSays = (call: string): readonly string[] => [
  'Ibland säger lagen att någon måste berätta något, till exempel för polisen eller socialtjänsten. Då behövs inget ja.',
  `Om det händer berättar vi det för er, om det är tryggt för ${call}.`,
  'Den som tror att ett barn far illa måste berätta det för socialtjänsten. Det går alltid före.',
  'Det ett ställe har fått läsa på rätt sätt får det behålla hos sig, också om ni ändrar er.',
]
