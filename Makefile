# `sam build` calls build-<LogicalId> for each function, one after the other; the first call builds them all.
.PHONY: openapi

build-DeliveryFunction: FUNCTION = delivery
build-ArticlesFunction: FUNCTION = articles
build-ArticleIngestFunction: FUNCTION = article-ingest
build-ArticleIngestDeadLetterFunction: FUNCTION = article-ingest
build-VideoTeasersFunction: FUNCTION = video-teasers
build-MediaIngestFunction: FUNCTION = video-teasers
build-MediaDeadLetterFunction: FUNCTION = video-teasers
build-LiveblogsFunction: FUNCTION = liveblogs
build-DueEntriesFunction: FUNCTION = liveblogs
build-EntryIngestFunction: FUNCTION = liveblogs
build-EntryIngestDeadLetterFunction: FUNCTION = liveblogs
build-PublicationFunction: FUNCTION = publication
build-PushFunction: FUNCTION = publication
build-SocketsFunction: FUNCTION = publication
build-SmokeTestFunction: FUNCTION = smoke

build-%:
	./extrablatt build
	mkdir -p "$(ARTIFACTS_DIR)/lib"
	cp "functions/$(FUNCTION)/target/extrablatt-$(FUNCTION)-lambda.jar" "$(ARTIFACTS_DIR)/lib/"

# The contract as JSON, which the delivery function serves; a test fails when it lags behind openapi.yaml.
openapi:
	./extrablatt test -q -pl local -am -Dtest=ContractTest -Dsurefire.failIfNoSpecifiedTests=false -DskipITs -Dopenapi.rewrite=true
