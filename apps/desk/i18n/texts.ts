import { accountTexts } from './texts/account.ts'
import { adminTexts } from './texts/admin.ts'
import { caseTexts } from './texts/cases.ts'
import { custodyChoiceTexts } from './texts/custody-choices.ts'
import { custodyEntryTexts } from './texts/custody-entries.ts'
import { custodyIntakeTexts } from './texts/custody-intake.ts'
import { custodyMarkTexts } from './texts/custody-marks.ts'
import { custodyRoomTexts } from './texts/custody-rooms.ts'
import { custodyTexts } from './texts/custody.ts'
import { draftTexts } from './texts/draft.ts'
import { exhibitActTexts } from './texts/exhibit-acts.ts'
import { exhibitStoreTexts } from './texts/exhibit-store.ts'
import { exhibitTexts } from './texts/exhibits.ts'
import { outboxTexts } from './texts/outbox.ts'
import { lawTexts } from './texts/law.ts'
import { lawValueTexts } from './texts/law-values.ts'
import { personTexts } from './texts/persons.ts'
import { pvTexts } from './texts/pv.ts'
import { registerTexts } from './texts/register.ts'
import { shellTexts } from './texts/shell.ts'
import { signInTexts } from './texts/sign-in.ts'
import { todayTexts } from './texts/today.ts'

/** Every text of the interface. Areas keep their own files; a key stands in one of them only. */
export const texts = {
  ...accountTexts,
  ...adminTexts,
  ...caseTexts,
  ...custodyChoiceTexts,
  ...custodyEntryTexts,
  ...custodyIntakeTexts,
  ...custodyMarkTexts,
  ...custodyRoomTexts,
  ...custodyTexts,
  ...draftTexts,
  ...exhibitActTexts,
  ...exhibitStoreTexts,
  ...exhibitTexts,
  ...outboxTexts,
  ...lawTexts,
  ...lawValueTexts,
  ...personTexts,
  ...pvTexts,
  ...registerTexts,
  ...shellTexts,
  ...signInTexts,
  ...todayTexts,
}

export type TextKey = keyof typeof texts
