-- All tables. Money is whole fen. What stands in records, grants, payments and events is never changed: the database refuses it.

CREATE TABLE programs (
  id text PRIMARY KEY,
  policy json NOT NULL -- the document, with its parameters supplied
);

CREATE TABLE budgets (
  program text NOT NULL REFERENCES programs,
  year integer NOT NULL CHECK (year BETWEEN 2000 AND 2999),
  amount_fen bigint NOT NULL,
  granted_fen bigint NOT NULL DEFAULT 0,
  when_short text NOT NULL CHECK (when_short IN ('part-paid', 'not-paid')),
  PRIMARY KEY (program, year),
  CONSTRAINT within_budget CHECK (granted_fen BETWEEN 0 AND amount_fen)
);

CREATE TABLE firms (
  code text PRIMARY KEY, -- unified social credit code
  name text NOT NULL,
  related text -- firms with the same word are related; NULL: not known
);

CREATE TABLE applications (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  program text NOT NULL REFERENCES programs,
  firm text NOT NULL REFERENCES firms,
  facts json NOT NULL, -- as submitted
  state text NOT NULL CHECK (state IN ('submitted', 'assessed', 'reviewed', 'approved', 'paid', 'closed')),
  version integer NOT NULL DEFAULT 1,
  record bigint, -- the last one made of it
  payable_fen bigint, -- what the record and the budget came to when it was made
  submitted_by text NOT NULL,
  reviewed_by text,
  approved_by text,
  CONSTRAINT second_person CHECK (reviewed_by <> submitted_by AND approved_by <> submitted_by AND approved_by <> reviewed_by)
);

CREATE TABLE records (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES applications,
  hash text NOT NULL,
  content json NOT NULL,
  made_at timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE applications ADD FOREIGN KEY (record) REFERENCES records;

CREATE TABLE grants (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES applications,
  program text NOT NULL,
  year integer NOT NULL, -- of the budget that bears it
  firm text NOT NULL REFERENCES firms,
  day date NOT NULL,
  kind text NOT NULL CHECK (kind IN ('grant', 'supplement', 'claw-back')),
  corrects bigint REFERENCES grants,
  amount_fen bigint NOT NULL CHECK (amount_fen > 0),
  record bigint NOT NULL REFERENCES records,
  related text[], -- the firms counted together with it; NULL: not known
  FOREIGN KEY (program, year) REFERENCES budgets,
  CHECK ((kind = 'grant') = (corrects IS NULL))
);
CREATE UNIQUE INDEX one_grant ON grants (application) WHERE kind = 'grant';
CREATE INDEX received ON grants (program, firm);

CREATE TABLE payments (
  grant_id bigint PRIMARY KEY REFERENCES grants, -- nothing is paid twice
  reference text NOT NULL,
  paid_by text NOT NULL,
  paid_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE events (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  application bigint NOT NULL REFERENCES applications,
  version integer NOT NULL,
  action text NOT NULL,
  actor text NOT NULL,
  state text NOT NULL, -- after it
  record bigint REFERENCES records,
  amount_fen bigint,
  note text,
  at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (application, version)
);
-- No application changes without its line in the log: checked when the transaction ends.
ALTER TABLE applications ADD CONSTRAINT logged FOREIGN KEY (id, version) REFERENCES events (application, version) DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE requests (
  actor text NOT NULL,
  key text NOT NULL,
  digest text NOT NULL,
  status integer,
  answer json,
  PRIMARY KEY (actor, key)
);

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'nothing in % is changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON records FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON grants FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payments FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION append_only();

-- A year's applications, assessed in shards by any number of workers; then the budget is divided among them in one transaction.

CREATE TABLE runs (
  id text PRIMARY KEY,
  program text NOT NULL,
  year integer NOT NULL,
  shards integer NOT NULL CHECK (shards > 0),
  totals json, -- of all shards, when the budget is divided
  given_fen bigint NOT NULL DEFAULT 0,
  FOREIGN KEY (program, year) REFERENCES budgets
);

CREATE TABLE run_applications (
  run text NOT NULL REFERENCES runs,
  shard integer NOT NULL,
  id text NOT NULL,
  facts json NOT NULL,
  PRIMARY KEY (run, id)
);
CREATE INDEX of_shard ON run_applications (run, shard);

CREATE TABLE run_answers (
  run text NOT NULL,
  id text NOT NULL,
  outcome text NOT NULL,
  amount_fen bigint,
  reasons json,
  PRIMARY KEY (run, id)
);

-- A shard that stands here is done: its answers were committed with it.
CREATE TABLE run_shards (
  run text NOT NULL REFERENCES runs,
  shard integer NOT NULL,
  totals json NOT NULL,
  PRIMARY KEY (run, shard)
);

CREATE TABLE run_shares (
  run text NOT NULL REFERENCES runs,
  place integer NOT NULL,
  id text NOT NULL,
  asked_fen bigint NOT NULL,
  given_fen bigint NOT NULL,
  reason text,
  PRIMARY KEY (run, place),
  UNIQUE (run, id),
  CHECK (given_fen BETWEEN 0 AND asked_fen)
);
