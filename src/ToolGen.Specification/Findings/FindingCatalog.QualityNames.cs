namespace ToolGen.Specification.Findings;

/// <summary>Names that a model takes for one another.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor ArgumentsSame = new(
        "TG1058",
        "Arguments of one name but for case and separators",
        FindingSeverity.Warning,
        "{0} and {1} differ in case or separators alone",
        "Name them by what tells them apart.",
        "A model writes one for the other, and both are right as far as the schema can tell.",
        "\"properties\": { \"userId\": {}, \"user_id\": {} }",
        "\"properties\": { \"author_id\": {}, \"reviewer_id\": {} }");

    public static readonly FindingDescriptor ArgumentsAlike = new(
        "TG1059",
        "Arguments whose names differ in a plural",
        FindingSeverity.Info,
        "{0} and {1} differ in a plural alone",
        "Name them by what tells them apart, or take a list only.",
        "One value and a list of the same are easily mixed up. Where both are wanted, the descriptions must say which counts when both are given.",
        "\"properties\": { \"tag\": {}, \"tags\": {} }",
        "\"properties\": { \"main_tag\": {}, \"further_tags\": {} }");

    public static readonly FindingDescriptor ToolNamesAlike = new(
        "TG2073",
        "Tools whose names are alike",
        FindingSeverity.Info,
        "'{0}' and '{1}' differ in a plural or one letter alone",
        "Name them by what tells them apart.",
        "A model chooses by name first. Two names that look the same make it call the wrong tool, and nothing notices.",
        "{ \"name\": \"get_order\" } and { \"name\": \"get_orders\" }",
        "{ \"name\": \"get_order\" } and { \"name\": \"search_orders\" }");

    public static readonly FindingDescriptor ToolNamesSame = new(
        "TG2075",
        "Tools of one name but for case and separators",
        FindingSeverity.Warning,
        "'{0}' and '{1}' differ in case or separators alone",
        "Name them by what tells them apart.",
        "A model that remembers the name calls whichever it writes, and is right as far as anyone can tell.",
        "{ \"name\": \"getorder\" } and { \"name\": \"get_order\" }",
        "{ \"name\": \"get_order\" } and { \"name\": \"search_orders\" }");
}
