ALTER TABLE "idempotency" ADD COLUMN "order_number" text;
--> statement-breakpoint
CREATE INDEX "idempotency_order" ON "idempotency" USING btree ("order_number") WHERE "order_number" is not null;
