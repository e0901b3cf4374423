ALTER TABLE "staff" ADD COLUMN "totp_step" bigint;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "totp_pending" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "password_temporary" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_session" ADD COLUMN "means" text DEFAULT 'password' NOT NULL;--> statement-breakpoint
CREATE INDEX "staff_session_created" ON "staff_session" USING btree ("created_at");--> statement-breakpoint
CREATE TABLE "staff_identity" (
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"staff_id" uuid,
	"name" text,
	"seen_at" timestamp with time zone NOT NULL,
	"linked_at" timestamp with time zone,
	CONSTRAINT "staff_identity_pk" PRIMARY KEY("issuer","subject")
);--> statement-breakpoint
CREATE INDEX "staff_identity_staff" ON "staff_identity" USING btree ("staff_id");--> statement-breakpoint
CREATE INDEX "staff_identity_waiting" ON "staff_identity" USING btree ("seen_at") WHERE "staff_id" is null;--> statement-breakpoint
CREATE INDEX "event_actor" ON "event" USING btree ("actor","at");--> statement-breakpoint
CREATE INDEX "event_unit" ON "event" USING btree ("actor_unit_id","at") WHERE "actor_unit_id" is not null;
