import { defineErrors } from '#platform/errors/app-error.ts'

export const filesErrors = defineErrors({
  UPLOAD_OUT_OF_STEP: {
    status: 409,
    when: 'a piece does not begin where the stored bytes end; the answer says where to go on',
    text: {
      ar: 'انقطع الرفع. يُستأنف من البايت {received}.',
      fr: 'L’envoi a été interrompu. Il reprend à l’octet {received}.',
      en: 'The upload was interrupted. It goes on at byte {received}.',
    },
  },
  UPLOAD_BEYOND_SIZE: {
    status: 422,
    when: 'more bytes arrive than were announced',
    text: {
      ar: 'الملف أكبر من الحجم المعلن عند بدء الرفع. ابدأ رفعه من جديد.',
      fr: 'Le fichier dépasse la taille annoncée. Recommencez son envoi.',
      en: 'The file is larger than was announced. Start its upload again.',
    },
  },
  UPLOAD_UNFINISHED: {
    status: 409,
    when: 'a file is to be used before all its bytes have arrived',
    text: {
      ar: 'لم يكتمل رفع الملف بعد ({received} من {size}). انتظر اكتماله ثم أعد المحاولة.',
      fr: 'Le fichier n’est pas entièrement arrivé ({received} sur {size}). Attendez la fin puis réessayez.',
      en: 'The file has not arrived completely ({received} of {size}). Wait for it, then try again.',
    },
  },
  FILE_CHANGED: {
    status: 409,
    recorded: true,
    when: 'a stored file no longer has the digest taken on arrival, or its bytes are gone',
    text: {
      ar: 'الملف المحفوظ لم يعد مطابقا لبصمته عند وصوله. لا تستعمله وأخبر رئيسك.',
      fr: 'Le fichier conservé ne correspond plus à l’empreinte prise à son arrivée. Ne l’utilisez pas et prévenez votre chef.',
      en: 'The stored file no longer matches the digest taken on its arrival. Do not use it, and tell your head.',
    },
  },
  FILE_TYPE_NOT_ACCEPTED: {
    status: 415,
    when: 'the first bytes are not those of an accepted type, or not of the announced one',
    text: {
      ar: 'نوع الملف غير مقبول أو لا يطابق محتواه. المقبول: صور JPEG وPNG وملفات PDF والصوت والفيديو وملفات ZIP، أو نوع عام (application/octet-stream) لغيرها.',
      fr: 'Le type du fichier n’est pas accepté ou ne correspond pas à son contenu. Acceptés : JPEG, PNG, PDF, son, vidéo et ZIP, ou le type général (application/octet-stream) pour tout autre.',
      en: 'The file’s type is not accepted or does not match its content. Accepted: JPEG, PNG, PDF, sound, video and ZIP, or the general type (application/octet-stream) for anything else.',
    },
  },
})
