DROP INDEX "mail_by_token";--> statement-breakpoint
DROP INDEX "tokens_by_login";--> statement-breakpoint
CREATE INDEX "mail_by_token" ON "mail" USING btree ("organisation_id","token_id","id");--> statement-breakpoint
CREATE INDEX "tokens_by_login" ON "tokens" USING btree ("organisation_id","login_id","purpose","id");