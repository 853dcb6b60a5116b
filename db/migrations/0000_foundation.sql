CREATE TABLE "access_changes" (
	"organisation_id" uuid NOT NULL,
	"id" bigint NOT NULL,
	"summary" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"made_by" uuid,
	"made_by_name" text NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_by_name" text,
	CONSTRAINT "access_changes_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "access_entries" (
	"organisation_id" uuid NOT NULL,
	"change_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"audience" text NOT NULL,
	"scope" text NOT NULL,
	"company_id" uuid,
	"contact_id" uuid,
	"permission" text NOT NULL,
	"effect" text NOT NULL,
	"last_day" date,
	CONSTRAINT "access_entries_organisation_id_change_id_position_pk" PRIMARY KEY("organisation_id","change_id","position"),
	CONSTRAINT "access_entries_target" CHECK ((scope = 'everyone' and company_id is null and contact_id is null) or (scope = 'company' and company_id is not null and contact_id is null) or (scope = 'contact' and contact_id is not null and company_id is null))
);
--> statement-breakpoint
CREATE TABLE "contact_group_roles" (
	"organisation_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"group_role_id" uuid NOT NULL,
	CONSTRAINT "contact_group_roles_organisation_id_contact_id_group_role_id_pk" PRIMARY KEY("organisation_id","contact_id","group_role_id")
);
--> statement-breakpoint
CREATE TABLE "group_roles" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"audience" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"roles" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_roles_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "group_roles_code_unique" UNIQUE("organisation_id","audience","code")
);
--> statement-breakpoint
CREATE TABLE "staff_group_roles" (
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"group_role_id" uuid NOT NULL,
	CONSTRAINT "staff_group_roles_organisation_id_staff_id_group_role_id_pk" PRIMARY KEY("organisation_id","staff_id","group_role_id")
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"act" text NOT NULL,
	"company_id" uuid,
	"contact_id" uuid,
	"staff_id" uuid,
	"subject" text DEFAULT '' NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "audit_events_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "companies" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"short_name" text DEFAULT '' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"default_department" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"fax" text DEFAULT '' NOT NULL,
	"website" text DEFAULT '' NOT NULL,
	"address" text DEFAULT '' NOT NULL,
	"city" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"postal_code" text DEFAULT '' NOT NULL,
	"country" text DEFAULT '' NOT NULL,
	"billing_name" text DEFAULT '' NOT NULL,
	"billing_email" text DEFAULT '' NOT NULL,
	"billing_address" text DEFAULT '' NOT NULL,
	"billing_city" text DEFAULT '' NOT NULL,
	"billing_region" text DEFAULT '' NOT NULL,
	"billing_postal_code" text DEFAULT '' NOT NULL,
	"billing_country" text DEFAULT '' NOT NULL,
	"vat_number" text DEFAULT '' NOT NULL,
	"status" text DEFAULT 'active' NOT NULL,
	"status_reason" text DEFAULT '' NOT NULL,
	"status_changed_at" timestamp with time zone,
	"status_changed_by" uuid,
	"log_level" text DEFAULT 'information' NOT NULL,
	"group_chat_url" text DEFAULT '' NOT NULL,
	"access_since" bigint DEFAULT 1 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "companies_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "companies_kind_key" UNIQUE("organisation_id","id","kind")
);
--> statement-breakpoint
CREATE TABLE "contacts" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"login_id" uuid,
	"name" text NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"department" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"mobile" text DEFAULT '' NOT NULL,
	"fax" text DEFAULT '' NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"deactivated_at" timestamp with time zone,
	"deactivated_by" uuid,
	"access_since" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "contacts_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "contacts_login_once_per_company" UNIQUE("organisation_id","company_id","login_id")
);
--> statement-breakpoint
CREATE TABLE "import_runs" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mode" text DEFAULT 'create-and-update' NOT NULL,
	"file_name" text NOT NULL,
	"file" "bytea" NOT NULL,
	"mapping" jsonb NOT NULL,
	"state" text DEFAULT 'uploaded' NOT NULL,
	"rows_total" integer DEFAULT 0 NOT NULL,
	"rows_done" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb,
	"problem" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	CONSTRAINT "import_runs_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "logins" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"password_set_at" timestamp with time zone,
	"temporary_until" timestamp with time zone,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"terms_accepted_at" timestamp with time zone,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "logins_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "logins_email_unique" UNIQUE("organisation_id","email")
);
--> statement-breakpoint
CREATE TABLE "mail" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"template" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"company_id" uuid,
	"contact_id" uuid,
	"login_id" uuid,
	"staff_id" uuid,
	"token_id" uuid,
	"data" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"server_words" text DEFAULT '' NOT NULL,
	"message_id" text DEFAULT '' NOT NULL,
	"sealed_body" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"next_try_at" timestamp with time zone,
	CONSTRAINT "mail_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"colour" text DEFAULT '#2457a6' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"locale" text DEFAULT 'en-GB' NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"modules" text[] DEFAULT ARRAY['customerPortal','supplierPortal','enquiries','quotations','orders','deliveries','invoices','issues','service','install'] NOT NULL,
	"terms" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"words" text NOT NULL,
	CONSTRAINT "search_words_organisation_id_id_pk" PRIMARY KEY("organisation_id","id")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"staff_id" uuid,
	"login_id" uuid,
	"contact_id" uuid,
	"address" text DEFAULT '' NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "sessions_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "sessions_one_owner" CHECK (num_nonnulls("sessions"."staff_id", "sessions"."login_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"level" text NOT NULL,
	"granted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_organisation_id_staff_id_company_id_pk" PRIMARY KEY("organisation_id","staff_id","company_id")
);
--> statement-breakpoint
CREATE TABLE "staff_roles" (
	"organisation_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_organisation_id_staff_id_role_pk" PRIMARY KEY("organisation_id","staff_id","role")
);
--> statement-breakpoint
CREATE TABLE "staff_users" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"password_set_at" timestamp with time zone,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"deactivated_at" timestamp with time zone,
	"deactivated_by" uuid,
	"last_sign_in_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_users_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "staff_users_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "throttle" (
	"key" varchar(255) PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
CREATE TABLE "token_secrets" (
	"organisation_id" uuid NOT NULL,
	"hash" text NOT NULL,
	"token_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "token_secrets_organisation_id_hash_pk" PRIMARY KEY("organisation_id","hash")
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"organisation_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"purpose" text NOT NULL,
	"login_id" uuid,
	"contact_id" uuid,
	"company_id" uuid,
	"staff_id" uuid,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_by" uuid,
	"expires_at" timestamp with time zone NOT NULL,
	"first_opened_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_reason" text,
	CONSTRAINT "tokens_organisation_id_id_pk" PRIMARY KEY("organisation_id","id"),
	CONSTRAINT "tokens_one_owner" CHECK (num_nonnulls("tokens"."staff_id", "tokens"."login_id") = 1)
);
--> statement-breakpoint
ALTER TABLE "access_changes" ADD CONSTRAINT "access_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_entries" ADD CONSTRAINT "access_entries_organisation_id_change_id_access_changes_organisation_id_id_fk" FOREIGN KEY ("organisation_id","change_id") REFERENCES "public"."access_changes"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_entries" ADD CONSTRAINT "access_entries_organisation_id_company_id_companies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","company_id") REFERENCES "public"."companies"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "access_entries" ADD CONSTRAINT "access_entries_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_group_roles" ADD CONSTRAINT "contact_group_roles_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_group_roles" ADD CONSTRAINT "contact_group_roles_organisation_id_group_role_id_group_roles_organisation_id_id_fk" FOREIGN KEY ("organisation_id","group_role_id") REFERENCES "public"."group_roles"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_roles" ADD CONSTRAINT "group_roles_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_group_roles" ADD CONSTRAINT "staff_group_roles_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_group_roles" ADD CONSTRAINT "staff_group_roles_organisation_id_group_role_id_group_roles_organisation_id_id_fk" FOREIGN KEY ("organisation_id","group_role_id") REFERENCES "public"."group_roles"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_parent_exists" FOREIGN KEY ("organisation_id","parent_id","kind") REFERENCES "public"."companies"("organisation_id","id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_company_id_kind_companies_organisation_id_id_kind_fk" FOREIGN KEY ("organisation_id","company_id","kind") REFERENCES "public"."companies"("organisation_id","id","kind") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_login_id_logins_organisation_id_id_fk" FOREIGN KEY ("organisation_id","login_id") REFERENCES "public"."logins"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_runs" ADD CONSTRAINT "import_runs_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "logins" ADD CONSTRAINT "logins_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "mail_organisation_id_token_id_tokens_organisation_id_id_fk" FOREIGN KEY ("organisation_id","token_id") REFERENCES "public"."tokens"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_login_id_logins_organisation_id_id_fk" FOREIGN KEY ("organisation_id","login_id") REFERENCES "public"."logins"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_organisation_id_company_id_companies_organisation_id_id_fk" FOREIGN KEY ("organisation_id","company_id") REFERENCES "public"."companies"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_users" ADD CONSTRAINT "staff_users_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "token_secrets" ADD CONSTRAINT "token_secrets_organisation_id_token_id_tokens_organisation_id_id_fk" FOREIGN KEY ("organisation_id","token_id") REFERENCES "public"."tokens"("organisation_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_organisation_id_login_id_logins_organisation_id_id_fk" FOREIGN KEY ("organisation_id","login_id") REFERENCES "public"."logins"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_organisation_id_contact_id_contacts_organisation_id_id_fk" FOREIGN KEY ("organisation_id","contact_id") REFERENCES "public"."contacts"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_organisation_id_staff_id_staff_users_organisation_id_id_fk" FOREIGN KEY ("organisation_id","staff_id") REFERENCES "public"."staff_users"("organisation_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_entries_everyone" ON "access_entries" USING btree ("organisation_id","audience","permission","change_id") WHERE scope = 'everyone';--> statement-breakpoint
CREATE INDEX "access_entries_by_company" ON "access_entries" USING btree ("organisation_id","company_id","permission","change_id") WHERE scope = 'company';--> statement-breakpoint
CREATE INDEX "access_entries_by_contact" ON "access_entries" USING btree ("organisation_id","contact_id","permission","change_id") WHERE scope = 'contact';--> statement-breakpoint
CREATE INDEX "contact_group_roles_by_role" ON "contact_group_roles" USING btree ("organisation_id","group_role_id");--> statement-breakpoint
CREATE INDEX "audit_events_by_company" ON "audit_events" USING btree ("organisation_id","company_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_by_contact" ON "audit_events" USING btree ("organisation_id","contact_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_by_time" ON "audit_events" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "companies_code_unique" ON "companies" USING btree ("organisation_id","kind",lower("code"));--> statement-breakpoint
CREATE INDEX "companies_by_name" ON "companies" USING btree ("organisation_id","kind","name","id");--> statement-breakpoint
CREATE INDEX "companies_by_code" ON "companies" USING btree ("organisation_id","kind","code","id");--> statement-breakpoint
CREATE INDEX "companies_by_city" ON "companies" USING btree ("organisation_id","kind","city","id");--> statement-breakpoint
CREATE INDEX "companies_by_update" ON "companies" USING btree ("organisation_id","kind","updated_at","id");--> statement-breakpoint
CREATE INDEX "companies_by_status" ON "companies" USING btree ("organisation_id","kind","status","name","id");--> statement-breakpoint
CREATE INDEX "companies_by_parent" ON "companies" USING btree ("organisation_id","parent_id");--> statement-breakpoint
CREATE INDEX "contacts_by_company" ON "contacts" USING btree ("organisation_id","company_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_by_name" ON "contacts" USING btree ("organisation_id","name","id");--> statement-breakpoint
CREATE INDEX "contacts_by_update" ON "contacts" USING btree ("organisation_id","updated_at","id");--> statement-breakpoint
CREATE INDEX "contacts_by_kind" ON "contacts" USING btree ("organisation_id","kind","name","id");--> statement-breakpoint
CREATE INDEX "contacts_by_login" ON "contacts" USING btree ("organisation_id","login_id");--> statement-breakpoint
CREATE INDEX "mail_by_time" ON "mail" USING btree ("organisation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "mail_by_state" ON "mail" USING btree ("organisation_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "mail_by_contact" ON "mail" USING btree ("organisation_id","contact_id","created_at");--> statement-breakpoint
CREATE INDEX "mail_by_token" ON "mail" USING btree ("organisation_id","token_id");--> statement-breakpoint
CREATE INDEX "sessions_by_staff" ON "sessions" USING btree ("organisation_id","staff_id");--> statement-breakpoint
CREATE INDEX "sessions_by_login" ON "sessions" USING btree ("organisation_id","login_id");--> statement-breakpoint
CREATE INDEX "assignments_company" ON "assignments" USING btree ("organisation_id","company_id");--> statement-breakpoint
CREATE INDEX "token_secrets_hash" ON "token_secrets" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "token_secrets_by_token" ON "token_secrets" USING btree ("organisation_id","token_id");--> statement-breakpoint
CREATE INDEX "tokens_by_login" ON "tokens" USING btree ("organisation_id","login_id","purpose");--> statement-breakpoint
CREATE INDEX "tokens_by_staff" ON "tokens" USING btree ("organisation_id","staff_id");