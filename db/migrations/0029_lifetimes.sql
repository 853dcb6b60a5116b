ALTER TABLE "organisations" ADD COLUMN "temporary_password_hours" integer DEFAULT 72 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "activation_link_days" integer DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "reset_link_hours" integer DEFAULT 1 NOT NULL;