using System;

namespace ToolGen.Benchmarks.Calls;

/// <summary>The tools by hand with all that a model is told of them, as a person writes it down: constants.</summary>
internal static class HandListed
{
    /// <param name="function">0 to 4: which of the five functions.</param>
    /// <param name="name">Of the tool.</param>
    public static HandTool Of(int function, string name) => function switch
    {
        0 => Tool(name, "Tell how cold it feels in wind, in whole degrees Celsius. Use it for weather reports; it holds below 10 °C and above 5 km/h.", """{"type":"object","properties":{"temperature":{"type":"number","minimum":-90,"maximum":10,"description":"Of the air, in °C."},"wind":{"type":"integer","minimum":5,"maximum":400,"description":"In km/h."},"dry":{"type":"boolean","default":true,"description":"Whether skin is dry; wet skin feels 3 °C colder."}},"required":["temperature","wind"],"additionalProperties":false}"""u8, HandWritten.WindChill),
        1 => Tool(name, "Write the one line that stands for a support ticket in a list. Use it before posting tickets to a channel.", """{"type":"object","properties":{"id":{"type":"string","pattern":"^[A-Z]{2,5}-[0-9]{1,6}$","description":"Such as SHOP-1042."},"title":{"type":"string","minLength":1,"maxLength":120,"description":"What it is about."},"priority":{"type":"string","enum":["low","normal","high","urgent"],"description":"How soon it matters."},"owner":{"type":"string","maxLength":40,"description":"Who works on it; nobody where it is left out."}},"required":["id","title","priority"],"additionalProperties":false}"""u8, HandWritten.TicketLine),
        2 => Tool(name, "Add up an order: units, the sum without shipping, shipping by the customer's country, and the total. Prices are in euro.", """{"type":"object","properties":{"customer":{"type":"object","properties":{"name":{"type":"string","minLength":1,"maxLength":80,"description":"Of the person or the firm."},"country":{"type":"string","pattern":"^[A-Z]{2}$","description":"ISO 3166, two letters."}},"required":["name","country"],"description":"Who pays.","additionalProperties":false},"lines":{"type":"array","minItems":1,"maxItems":100,"items":{"type":"object","properties":{"sku":{"type":"string","minLength":3,"maxLength":20,"description":"The product."},"quantity":{"type":"integer","minimum":1,"maximum":1000,"description":"Units."},"price":{"type":"number","minimum":0,"maximum":100000,"description":"Of one unit, in euro."}},"required":["sku","quantity","price"],"additionalProperties":false},"description":"What is bought."}},"required":["customer","lines"],"additionalProperties":false}"""u8, HandWritten.PriceOrder),
        3 => Tool(name, "Compute the area of a circle, a rectangle or a triangle. Use it for plans and materials; all lengths are in metres.", """{"type":"object","properties":{"shape":{"oneOf":[{"$ref":"#/$defs/circle"},{"$ref":"#/$defs/rectangle"},{"$ref":"#/$defs/triangle"}],"description":"By its kind."}},"required":["shape"],"$defs":{"circle":{"type":"object","properties":{"kind":{"type":"string","const":"circle"},"radius":{"type":"number","minimum":0,"maximum":1000000,"description":"In m."}},"required":["kind","radius"],"additionalProperties":false},"rectangle":{"type":"object","properties":{"kind":{"type":"string","const":"rectangle"},"width":{"type":"number","minimum":0,"maximum":1000000,"description":"In m."},"height":{"type":"number","minimum":0,"maximum":1000000,"description":"In m."}},"required":["kind","width","height"],"additionalProperties":false},"triangle":{"type":"object","properties":{"kind":{"type":"string","const":"triangle"},"base":{"type":"number","minimum":0,"maximum":1000000,"description":"In m."},"height":{"type":"number","minimum":0,"maximum":1000000,"description":"In m."}},"required":["kind","base","height"],"additionalProperties":false}},"additionalProperties":false}"""u8, HandWritten.ShapeArea),
        _ => Tool(name, "List the monthly payments of a loan at a fixed rate: interest, principal and what is left, each month. Use it for offers.", """{"type":"object","properties":{"amount":{"type":"number","exclusiveMinimum":0,"maximum":100000000,"description":"What is lent."},"rate":{"type":"number","minimum":0.01,"maximum":50,"description":"Percent a year."},"months":{"type":"integer","minimum":1,"maximum":600,"description":"Payments."}},"required":["amount","rate","months"],"additionalProperties":false}"""u8, HandWritten.LoanPlan),
    };

    private static HandTool Tool(string name, string description, ReadOnlySpan<byte> schema, HandCall call) => new(
        new()
        {
            Name = name,
            Description = description,
            Version = "1.0.0",
            Kind = "hand",
            InputSchema = schema.ToArray(),
            OutputSchema = default,
            McpTool = default,
            Annotations = default,
            Capabilities = [],
            SpecHash = name,
        },
        call);
}
