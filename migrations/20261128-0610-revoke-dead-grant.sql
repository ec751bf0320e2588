-- No policy ever let a request change what happened to a unit; the right to try is taken back.
revoke update on organisation.unit_event from daira_app;
