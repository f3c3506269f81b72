namespace ToolGen.Specification.Schemas;

/// <summary>One way in which a value breaks its schema, for a model to act on.</summary>
/// <param name="Pointer">JSON Pointer into the value; a missing or unknown property is reported at its own. The root is the empty string.</param>
/// <param name="Keyword">Such as <c>minimum</c>; <c>schema</c> where nothing is allowed, <c>limit</c> where checking was cut off.</param>
/// <param name="Message">A sentence without subject: "must be at least 1".</param>
/// <param name="Given">The offending value as JSON, shortened to 100 characters; null for a missing property.</param>
/// <param name="Allowed">What is allowed there, in words; null where there is no more to say.</param>
/// <param name="Correction">JSON that would pass, where it is obvious: an enum's near miss, the number inside a string, a property's right name.</param>
public sealed record SchemaViolation(string Pointer, string Keyword, string Message, string? Given, string? Allowed, string? Correction);
