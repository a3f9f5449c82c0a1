"""Changes of the contract that a maintainer meets, and what each means."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, NamedTuple

from generator.diff.change import Level

NONE, ADDITIVE, BREAKING = Level.NONE, Level.ADDITIVE, Level.BREAKING
Document = dict[str, Any]


class Mutation(NamedTuple):
    """A change: what it does to callers and on the wire, where, and what the facade then lacks or has too much."""

    name: str
    apply: Callable[[Document], object]
    callers: Level
    wire: Level
    place: str
    facade: tuple[str, ...] = ()

    def __call__(self, document: Document) -> Document:
        """A changed copy of `document`."""
        changed = copy.deepcopy(document)
        self.apply(changed)
        return changed


def fields(document: Document, schema: str) -> Document:
    """The properties of a schema."""
    found: Document = schemas(document)[schema]["properties"]
    return found


def schemas(document: Document) -> Document:
    """The named schemas."""
    found: Document = document["components"]["schemas"]
    return found


def operation(document: Document, method: str, path: str) -> Document:
    """One operation."""
    found: Document = document["paths"][path][method]
    return found


def response(schema: str) -> Document:
    """A response with one of the schemas."""
    return {"200": {"description": "Done.", "content": {"application/json": {"schema": _ref(schema)}}}}


def _ref(schema: str) -> Document:
    return {"$ref": f"#/components/schemas/{schema}"}


def _add_operation(d: Document) -> None:
    schemas(d)["LanguageModel"] = {"type": "object", "required": ["id"], "properties": {"id": {"type": "string"}}}
    schemas(d)["LanguageModels"] = {
        "type": "object",
        "required": ["models"],
        "properties": {"models": {"type": "array", "items": _ref("LanguageModel")}},
    }
    tier = {"name": "tier", "in": "query", "description": "Only those of this tier.", "schema": {"type": "string"}}
    d["paths"]["/models"] = {
        "get": {
            "operationId": "list_models",
            "tags": ["service"],
            "summary": "List the models.",
            "x-idempotent": True,
            "parameters": [tier],
            "responses": response("LanguageModels"),
        }
    }


def _rename_operation(d: Document) -> None:
    operation(d, "post", "/knowledge/gap")["operationId"] = "note_knowledge_gap"


def _rename(mapping: Document, old: str, new: str) -> None:
    mapping[new] = mapping.pop(old)


def _rename_schema(d: Document) -> None:
    """Rename `RateLimit` and everything that refers to it."""

    def renamed(node: Any) -> Any:
        if isinstance(node, dict):
            target = "#/components/schemas/RateLimit"
            return {k: f"{target}Status" if k == "$ref" and v == target else renamed(v) for k, v in node.items()}
        return [renamed(item) for item in node] if isinstance(node, list) else node

    for section in ("paths", "components"):
        d[section] = renamed(d[section])
    _rename(schemas(d), "RateLimit", "RateLimitStatus")


def _add_event(d: Document) -> None:
    schemas(d)["ToolEventData"] = {"type": "object", "properties": {"tool": {"type": "string"}}}
    operation(d, "post", "/chat/stream")["x-events"]["tool"] = {"schema": "ToolEventData", "friendly": "tool"}


def _add_webhook(d: Document) -> None:
    d["webhooks"]["research.finished"] = copy.deepcopy(d["webhooks"]["chat.message"])
    d["webhooks"]["research.finished"]["post"]["operationId"] = "on_research_finished"
    schemas(d)["WebhookEvent"]["enum"].append("research.finished")


def _remove_webhook(d: Document) -> None:
    del d["webhooks"]["subscription.cancelled"]
    schemas(d)["WebhookEvent"]["enum"].remove("subscription.cancelled")


def _query(d: Document, method: str, path: str, name: str) -> Document:
    found: Document = next(p for p in operation(d, method, path)["parameters"] if p.get("name") == name)
    return found


def _drop_query(d: Document, method: str, path: str, name: str) -> None:
    node = operation(d, method, path)
    node["parameters"] = [p for p in node["parameters"] if p.get("name") != name]


def _header(name: str) -> Document:
    return {"name": name, "in": "header", "schema": {"type": "string"}}


MUTATIONS = [
    # Operations
    Mutation("add an operation", _add_operation, ADDITIVE, ADDITIVE, "list_models", ("list_models",)),
    Mutation("remove an operation", lambda d: d["paths"].pop("/feedback"), BREAKING, BREAKING, "send_feedback",
             ("send_feedback",)),
    Mutation("rename an operation", _rename_operation, BREAKING, NONE, "report_knowledge_gap",
             ("report_knowledge_gap", "note_knowledge_gap")),
    Mutation("move a path", lambda d: _rename(d["paths"], "/search", "/knowledge/search"), NONE, BREAKING,
             "search_knowledge"),
    Mutation("change a method", lambda d: _rename(d["paths"]["/user/preferences"], "post", "put"), NONE, BREAKING,
             "update_preferences"),
    Mutation("deprecate an operation", lambda d: operation(d, "get", "/research").update(deprecated=True), ADDITIVE,
             NONE, "research_status", ("write @deprecated('research_status is deprecated",)),
    Mutation("make an operation safe to repeat", lambda d: operation(d, "post", "/chat").update({"x-idempotent": True}),
             ADDITIVE, NONE, "chat"),
    Mutation("ask for a key", lambda d: operation(d, "get", "/user/usage").update(security=[{"ApiKeyHeader": []}]),
             BREAKING, BREAKING, "get_usage"),
    Mutation("reword a summary", lambda d: operation(d, "get", "/health").update(summary="Ask for the state."), NONE,
             NONE, "health"),
    # Parameters
    Mutation("add an optional parameter",
             lambda d: operation(d, "get", "/search")["parameters"].append(
                 {"name": "domain", "in": "query", "schema": {"type": "string"}}),
             ADDITIVE, ADDITIVE, "suggest_knowledge.domain", ("suggest_knowledge", "domain")),
    Mutation("add a required parameter",
             lambda d: operation(d, "get", "/health").update(
                 parameters=[{"name": "probe", "in": "query", "required": True, "schema": {"type": "string"}}]),
             BREAKING, BREAKING, "health.probe", ("health", "probe")),
    Mutation("add a header parameter",
             lambda d: operation(d, "get", "/health").update(parameters=[_header("X-Region")]), ADDITIVE, ADDITIVE,
             "health.X-Region", ("health", "x_region")),
    Mutation("remove a parameter", lambda d: _drop_query(d, "get", "/search", "limit"), BREAKING, BREAKING,
             "suggest_knowledge.limit", ("suggest_knowledge", "limit")),
    Mutation("rename a parameter", lambda d: _query(d, "get", "/search", "q").update(name="prefix"), BREAKING, BREAKING,
             "suggest_knowledge.prefix", ("suggest_knowledge", "prefix")),
    Mutation("require a parameter", lambda d: _query(d, "get", "/search", "limit").update(required=True), BREAKING,
             BREAKING, "suggest_knowledge.limit", ("limit is required",)),
    Mutation("relax a parameter", lambda d: _query(d, "get", "/search", "q").update(required=False), ADDITIVE, ADDITIVE,
             "suggest_knowledge.q", ("query may be left out",)),
    Mutation("change the type of a parameter",
             lambda d: _query(d, "get", "/search", "limit").update(schema={"type": "string"}), BREAKING, BREAKING,
             "suggest_knowledge.limit", ("the type of limit",)),
    Mutation("give a parameter a default",
             lambda d: _query(d, "get", "/search", "limit").update(schema={"type": "integer", "default": 5}), ADDITIVE,
             ADDITIVE, "suggest_knowledge.limit"),
    Mutation("deprecate a parameter", lambda d: _query(d, "get", "/search", "limit").update(deprecated=True), ADDITIVE,
             NONE, "suggest_knowledge.limit"),
    # Fields of requests
    Mutation("add an optional request field", lambda d: fields(d, "ChatRequest").update(temperature={"type": "number"}),
             ADDITIVE, ADDITIVE, "ChatRequest.temperature", ("chat", "chat_stream", "temperature")),
    Mutation("add a request field named by a keyword",
             lambda d: fields(d, "ChatRequest").update({"class": {"type": "string"}}), ADDITIVE, ADDITIVE,
             "ChatRequest.class", ("chat", "class_")),
    Mutation("add a required request field",
             lambda d: (fields(d, "FeedbackRequest").update(topic={"type": "string"}),
                        schemas(d)["FeedbackRequest"]["required"].append("topic")),
             BREAKING, BREAKING, "FeedbackRequest.topic", ("send_feedback", "topic")),
    Mutation("remove a request field", lambda d: fields(d, "ChatRequest").pop("userContext"), BREAKING, BREAKING,
             "ChatRequest.userContext", ("chat", "user_context")),
    Mutation("rename a request field", lambda d: _rename(fields(d, "ChatRequest"), "sessionId", "session"), BREAKING,
             BREAKING, "ChatRequest.sessionId", ("chat", "session_id", "session")),
    Mutation("require a request field",
             lambda d: schemas(d)["ChatRequest"]["required"].append("conversationId"), BREAKING, BREAKING,
             "ChatRequest.conversationId",
             ("chat: conversation_id is required", "chat_stream: conversation_id is required")),
    Mutation("relax a request field", lambda d: schemas(d)["FeedbackRequest"].pop("required"), ADDITIVE, ADDITIVE,
             "FeedbackRequest.message", ("message may be left out",)),
    Mutation("change the type of a request field",
             lambda d: fields(d, "KnowledgeSearchRequest").update(limit={"type": "string"}), BREAKING, BREAKING,
             "KnowledgeSearchRequest.limit", ("the type of limit",)),
    Mutation("widen a request field",
             lambda d: fields(d, "ChatRequest").update(userContext={"type": ["string", "integer"]}), ADDITIVE, ADDITIVE,
             "ChatRequest.userContext", ("the type of user_context",)),
    Mutation("change a default", lambda d: fields(d, "KnowledgeSearchRequest")["limit"].update(default=10), BREAKING,
             ADDITIVE, "KnowledgeSearchRequest.limit"),
    Mutation("remove a default", lambda d: fields(d, "KnowledgeSearchRequest")["limit"].pop("default"), BREAKING,
             ADDITIVE, "KnowledgeSearchRequest.limit"),
    Mutation("tighten a limit", lambda d: fields(d, "ChatRequest")["message"].update(maxLength=4000), BREAKING,
             BREAKING, "ChatRequest.message"),
    Mutation("loosen a limit", lambda d: fields(d, "ChatRequest")["message"].update(maxLength=8000), ADDITIVE, ADDITIVE,
             "ChatRequest.message"),
    Mutation("let a request field be null",
             lambda d: fields(d, "ChatRequest").update(userTier={"type": ["string", "null"]}),
             NONE, ADDITIVE, "ChatRequest.userTier"),
    Mutation("deprecate a request field", lambda d: fields(d, "ChatRequest")["userTier"].update(deprecated=True),
             ADDITIVE, NONE, "ChatRequest.userTier"),
    # Fields of responses
    Mutation("add a response field", lambda d: fields(d, "ChatMetadata").update(cost={"type": "number"}), ADDITIVE,
             ADDITIVE, "ChatMetadata.cost"),
    Mutation("add a required response field",
             lambda d: (fields(d, "ChatResponse").update(messageId={"type": "string"}),
                        schemas(d)["ChatResponse"]["required"].append("messageId")),
             ADDITIVE, ADDITIVE, "ChatResponse.messageId"),
    Mutation("remove a response field",
             lambda d: (fields(d, "ChatMetadata").pop("model"), schemas(d)["ChatMetadata"]["required"].remove("model")),
             BREAKING, BREAKING, "ChatMetadata.model"),
    Mutation("rename a response field",
             lambda d: (_rename(fields(d, "ChatMetadata"), "tokensUsed", "tokens"),
                        schemas(d)["ChatMetadata"].update(required=["model", "tokens", "processingTime"])),
             BREAKING, BREAKING, "ChatMetadata.tokensUsed"),
    Mutation("let a response field be absent", lambda d: schemas(d)["ChatMetadata"]["required"].remove("tokensUsed"),
             BREAKING, BREAKING, "ChatMetadata.tokensUsed"),
    Mutation("promise a response field", lambda d: schemas(d)["RateLimit"]["required"].append("reason"), ADDITIVE,
             ADDITIVE, "RateLimit.reason"),
    Mutation("let a required response field be null",
             lambda d: fields(d, "ChatMetadata").update(model={"type": ["string", "null"]}), BREAKING, BREAKING,
             "ChatMetadata.model"),
    Mutation("change the type of a response field",
             lambda d: fields(d, "ChatMetadata").update(tokensUsed={"type": "string"}), BREAKING, BREAKING,
             "ChatMetadata.tokensUsed"),
    Mutation("widen a number", lambda d: fields(d, "ChatMetadata").update(tokensUsed={"type": "number"}), BREAKING,
             BREAKING, "ChatMetadata.tokensUsed"),
    Mutation("give a response field a time",
             lambda d: fields(d, "HealthResponse")["version"].update(format="date-time"), BREAKING,
             BREAKING, "HealthResponse.version"),
    Mutation("give a response field a format",
             lambda d: fields(d, "ChatResponse")["response"].update(format="markdown"),
             NONE, ADDITIVE, "ChatResponse.response"),
    Mutation("deprecate a value", lambda d: schemas(d)["ChatMode"].update({"x-deprecated-values": ["build"]}), ADDITIVE,
             NONE, "ChatMode"),
    Mutation("deprecate a response field", lambda d: fields(d, "ChatMetadata")["model"].update(deprecated=True),
             ADDITIVE, NONE, "ChatMetadata.model"),
    Mutation("change the response of an operation",
             lambda d: operation(d, "get", "/user/usage").update(responses=response("ChatResponse")), BREAKING,
             BREAKING, "get_usage → 200", ("get_usage returns",)),
    Mutation("rename a schema", _rename_schema, BREAKING, NONE, "RateLimit", ("models.RateLimit",)),
    # Values
    Mutation("add a request value", lambda d: schemas(d)["ChatMode"]["enum"].append("plan"), ADDITIVE, ADDITIVE,
             'ChatMode="plan"'),
    Mutation("remove a request value", lambda d: schemas(d)["ChatMode"]["enum"].remove("build"), BREAKING, BREAKING,
             'ChatMode="build"'),
    Mutation("rename a value", lambda d: schemas(d)["MusicMood"].update(enum=["calm", "lively", "focused", "relaxed"]),
             BREAKING, BREAKING, 'MusicMood="energetic"'),
    Mutation("add a response value", lambda d: schemas(d)["AgeGroup"]["enum"].append("infant"), ADDITIVE, ADDITIVE,
             'AgeGroup="infant"'),
    Mutation("remove a response value", lambda d: schemas(d)["AgeGroup"]["enum"].remove("teen"), BREAKING, ADDITIVE,
             'AgeGroup="teen"'),
    # Errors, events, webhooks, the service
    Mutation("add an error",
             lambda d: operation(d, "post", "/memory")["responses"].update(
                 {"409": {"$ref": "#/components/responses/Failure"}}),
             ADDITIVE, ADDITIVE, "store_memory → 409"),
    Mutation("remove an error", lambda d: operation(d, "post", "/chat")["responses"].pop("504"), ADDITIVE, NONE,
             "chat → 504"),
    Mutation("add an event", _add_event, ADDITIVE, ADDITIVE, "chat_stream ⇒ tool", ("import ToolEvent",)),
    Mutation("remove an event", lambda d: operation(d, "post", "/chat/stream")["x-events"].pop("speaker"), BREAKING,
             BREAKING, "chat_stream ⇒ speaker", ("SpeakerEvent",)),
    Mutation("add a webhook", _add_webhook, ADDITIVE, ADDITIVE, "webhook research.finished"),
    Mutation("remove a webhook", _remove_webhook, BREAKING, BREAKING, "webhook subscription.cancelled"),
    Mutation("move the service", lambda d: d["servers"][0].update(url="https://api.infinityassistant.io"), ADDITIVE,
             BREAKING, "server"),
    Mutation("rename the key header", lambda d: d["components"]["securitySchemes"]["ApiKeyHeader"].update(name="X-Key"),
             NONE, BREAKING, "security ApiKeyHeader"),
]  # fmt: skip
