using System;
using System.Collections.Generic;
using System.Linq;

namespace ToolGen.Specification.Findings;

/// <summary>What is allowed, but makes a model choose or call a tool badly.</summary>
public static partial class FindingCatalog
{
    /// <summary>All of them: what <c>toolgen check --quality</c>, a build and an editor say of specs that are right.</summary>
    public static IReadOnlyList<FindingDescriptor> Quality => LazyQuality.Value;

    private static readonly Lazy<IReadOnlyList<FindingDescriptor>> LazyQuality = new(() => All.Where(one => IsQuality(one.Id)).ToArray());

    private static bool IsQuality(string id) => Between(id, "TG1050", "TG1069") || Between(id, "TG2073", "TG2079");

    private static bool Between(string id, string first, string last) => string.CompareOrdinal(id, first) >= 0 && string.CompareOrdinal(id, last) <= 0;

    public static readonly FindingDescriptor NoDescription = new(
        "TG1050",
        "Argument without a description",
        FindingSeverity.Info,
        "nothing says what {0} {1}",
        "Add a \"description\": what it is, in which unit or form, with an example where that helps.",
        "A model sees of an argument its name, its type and its description. Where the description is missing it guesses, and each caller guesses in another way. A property whose `enum`, `const`, `format` or `title` says it all is not meant.",
        "\"properties\": { \"top\": { \"type\": \"integer\" } }",
        "\"properties\": { \"top\": { \"type\": \"integer\", \"description\": \"How many regions to return, largest first.\" } }");

    public static readonly FindingDescriptor Placeholder = new(
        "TG1051",
        "Description is a placeholder",
        FindingSeverity.Warning,
        "the description of {0} is a placeholder: {1}",
        "Say what it is and when to use it.",
        "`TODO`, `string parameter` or `description` tell a model nothing, and it can't ask.",
        "\"description\": \"string parameter\"",
        "\"description\": \"City and country, such as Oslo, Norway.\"");

    public static readonly FindingDescriptor RestatesName = new(
        "TG1052",
        "Description says what the name says",
        FindingSeverity.Info,
        "the description of {0} adds nothing to its name: {1}",
        "Say what the name does not: unit, form, range, what it is for.",
        "A description that repeats the name costs tokens in every request and leaves all questions open.",
        "\"user_id\": { \"type\": \"string\", \"description\": \"The user id\" }",
        "\"user_id\": { \"type\": \"string\", \"description\": \"As in the address of the profile page, such as u_81f2.\" }");

    public static readonly FindingDescriptor DescriptionLength = new(
        "TG1053",
        "Description too short or too long",
        FindingSeverity.Info,
        "the description of {0} has {1}",
        "Write {2}.",
        "Three words can't say what a tool does, when to use it and when not; above 1,024 characters some providers cut, and every request of every agent pays.",
        "\"description\": \"Gets data.\"",
        "\"description\": \"Total sales for each region of a CSV with columns region and amount. Not for sales by product.\"");

    public static readonly FindingDescriptor DescriptionContradicts = new(
        "TG1054",
        "Description contradicts the schema",
        FindingSeverity.Warning,
        "the description of {0} says {1}, the schema says {2}",
        "Change the one that is wrong.",
        "A model believes the description, the reader enforces the schema: the call fails, or a default applies that nobody expected.",
        "\"top\": { \"type\": \"integer\", \"default\": 10, \"description\": \"How many to return (default 5).\" }",
        "\"top\": { \"type\": \"integer\", \"default\": 10, \"description\": \"How many to return (default 10).\" }");

    public static readonly FindingDescriptor UnusedArgument = new(
        "TG1055",
        "Argument that no example uses",
        FindingSeverity.Info,
        "no example uses {0}",
        "Use it in one of the \"examples\".",
        "Models copy what examples show, and samples try only what they give: an argument in none of them is neither shown nor tested. Said once a tool, of tools that have examples; an argument with a default is used where it is left out.",
        "\"properties\": { \"csv\": {}, \"top\": {} }, \"examples\": [ { \"input\": { \"csv\": \"…\" } } ]",
        "\"properties\": { \"csv\": {}, \"top\": {} }, \"examples\": [ { \"input\": { \"csv\": \"…\", \"top\": 3 } } ]");

    public static readonly FindingDescriptor UntypedArgument = new(
        "TG1056",
        "Argument of any type",
        FindingSeverity.Info,
        "{0} {1} any JSON",
        "Give it a \"type\", or say with \"anyOf\" what it can be.",
        "Nothing is checked of such a value, the C# sees `JsonElement`, and strict modes of providers refuse it.",
        "\"items\": { \"type\": \"array\" }",
        "\"items\": { \"type\": \"array\", \"items\": { \"type\": \"string\" } }");

    public static readonly FindingDescriptor Unbounded = new(
        "TG1057",
        "Number, list or map without bounds",
        FindingSeverity.Info,
        "{0} without bounds",
        "Add \"minimum\" and \"maximum\", \"maxItems\" or \"maxProperties\": whatever the tool can really do.",
        "A bound is told to the model, and a value beyond it is refused with the bound in the message, before the tool runs. Without one a page size of a billion is fine. Of integers, those that say how many are meant (`limit`, `page`, \"number of rows\"); a year, an id or a coefficient has no bound that a tool could name.",
        "\"top\": { \"type\": \"integer\" }",
        "\"top\": { \"type\": \"integer\", \"minimum\": 1, \"maximum\": 100 }");

    public static readonly FindingDescriptor DescriptionsAlike = new(
        "TG2074",
        "Tools whose descriptions are alike",
        FindingSeverity.Info,
        "the descriptions of '{0}' and '{1}' say nearly the same",
        "Say in each when to use it and when the other.",
        "Where two tools of one catalog are described in the same words, the choice between them is a coin's.",
        "\"description\": \"Gets the weather for a city.\" (twice)",
        "\"description\": \"Weather of the next 7 days for a city. For the current hour use current_weather.\"");
}
