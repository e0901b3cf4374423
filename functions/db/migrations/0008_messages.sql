-- Reporters known by a platform or a host app; tokens, used keys and granted messages that all instances share.
ALTER TABLE "reporter" ADD COLUMN "kind" text DEFAULT 'person' NOT NULL;--> statement-breakpoint
ALTER TABLE "reporter" ADD COLUMN "enterprise" text;--> statement-breakpoint
CREATE TABLE "provider_token" (
	"key" text PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE TABLE "used_key" (
	"key" text PRIMARY KEY NOT NULL,
	"until" timestamp with time zone NOT NULL
);--> statement-breakpoint
CREATE INDEX "used_key_until" ON "used_key" USING btree ("until");--> statement-breakpoint
CREATE TABLE "message_grant" (
	"channel" text NOT NULL,
	"subject" text NOT NULL,
	"template" text NOT NULL,
	"left" integer,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_grant_pk" PRIMARY KEY("channel","subject","template")
);--> statement-breakpoint
CREATE TABLE "unit_contact" (
	"id" uuid PRIMARY KEY NOT NULL,
	"unit_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"sealed" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);--> statement-breakpoint
CREATE INDEX "unit_contact_unit" ON "unit_contact" USING btree ("unit_id");
