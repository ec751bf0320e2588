alter table identity.credential add column locale text not null default 'ar'
  constraint credential_locale_known check (locale in ('ar', 'fr', 'en'));
comment on column identity.credential.locale is 'Language the officer works in.';
